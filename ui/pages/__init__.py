"""The pages of the rail in their order: what each is called and where its class is. Imported when first shown."""

from hackdesk.language import N_

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
#: {name: (title on the rail, icon where the rail is narrow)}
TITLES = {
    "prepare": (N_("Prepare"), "clipboard-list"),
    "check_in": (N_("Check-in"), "user-check"),
    "teams": (N_("Teams"), "users"),
    "stage": (N_("Stage"), "presentation"),
    "jury": (N_("Jury"), "scale"),
    "results": (N_("Results"), "trophy"),
    "documents": (N_("Documents"), "file-text"),
    "after": (N_("After"), "history"),
}
