"""The pages of the rail, in their order, by name: where their class is. Imported when first shown."""

#: {name: "module:Class"}
PAGES = {
    "prepare": "ui.pages.prepare.page:PreparePage",
    "check_in": "ui.pages.check_in.page:CheckInPage",
    "teams": "ui.pages.teams.page:TeamsPage",
    "stage": "ui.pages.stage.page:StagePage",
    "jury": "ui.pages.jury.page:JuryPage",
    "results": "ui.pages.results.page:ResultsPage",
    "documents": "ui.pages.documents.page:DocumentsPage",
    "after": "ui.pages.after.page:AfterPage",
}
