PRAGMA application_id = 1212437323;
PRAGMA user_version = 1;
BEGIN TRANSACTION;
CREATE TABLE attendance (
	person_id CHAR(32) NOT NULL, 
	day DATE NOT NULL, 
	came_at VARCHAR(32) NOT NULL, 
	left_at VARCHAR(32), 
	station TEXT NOT NULL, 
	id CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (person_id, day), 
	FOREIGN KEY(person_id) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "attendance" VALUES('0a0f7074116c49349d84f31dfd83740e','2026-11-14','2026-11-14T07:00:00.000000+00:00',NULL,'desk','2ee41a0e230d4250aed588e4fe74f891',1);
INSERT INTO "attendance" VALUES('28ae0cd0ce4b4df4836e162239c9a37c','2026-11-14','2026-11-14T07:00:00.000000+00:00',NULL,'desk','bf9f1ec6a91348cc89ab4f1fc3b71e60',1);
CREATE TABLE awards (
	name TEXT NOT NULL, 
	giver TEXT NOT NULL, 
	what TEXT NOT NULL, 
	by_place INTEGER, 
	position INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE awards_given (
	award_id CHAR(32) NOT NULL, 
	team_id CHAR(32) NOT NULL, 
	decided TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	id CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(award_id) REFERENCES awards (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(team_id) REFERENCES teams (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE ballots (
	juror_id CHAR(32) NOT NULL, 
	team_id CHAR(32) NOT NULL, 
	state TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	marks JSON NOT NULL, 
	note TEXT NOT NULL, 
	way TEXT NOT NULL, 
	attempt CHAR(32), 
	handed_in_at VARCHAR(32), 
	entered_by TEXT NOT NULL, 
	id CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (juror_id, team_id), 
	FOREIGN KEY(juror_id) REFERENCES jurors (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(team_id) REFERENCES teams (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE certificates (
	number INTEGER NOT NULL, 
	person_id CHAR(32) NOT NULL, 
	kind TEXT NOT NULL, 
	award TEXT NOT NULL, 
	id CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (person_id, kind, award), 
	UNIQUE (number), 
	FOREIGN KEY(person_id) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE commitments (
	team_id CHAR(32) NOT NULL, 
	who TEXT NOT NULL, 
	what TEXT NOT NULL, 
	by_when DATE, 
	support TEXT NOT NULL, 
	state TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(team_id) REFERENCES teams (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE consents (
	person_id CHAR(32) NOT NULL, 
	purpose TEXT NOT NULL, 
	given BOOLEAN NOT NULL, 
	at VARCHAR(32) NOT NULL, 
	wording TEXT NOT NULL, 
	id CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (person_id, purpose), 
	FOREIGN KEY(person_id) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "consents" VALUES('0a0f7074116c49349d84f31dfd83740e','photo',0,'2026-11-14T07:00:00.000000+00:00','I may be photographed and filmed at the event, and the pictures may be published.','c9f7e294261d44a287a04f7c07a00608',1);
INSERT INTO "consents" VALUES('28ae0cd0ce4b4df4836e162239c9a37c','guardian',1,'2026-11-14T07:00:00.000000+00:00','The guardian agrees that the minor takes part.','2955b4ad5e72450bb5a1c0acdec50230',1);
CREATE TABLE criteria (
	name TEXT NOT NULL, 
	guidance TEXT NOT NULL, 
	low_words TEXT NOT NULL, 
	high_words TEXT NOT NULL, 
	lowest VARCHAR(64) NOT NULL, 
	highest VARCHAR(64) NOT NULL, 
	step VARCHAR(64), 
	weight VARCHAR(64) NOT NULL, 
	position INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE criteria_changes (
	at VARCHAR(32) NOT NULL, 
	reason TEXT NOT NULL, 
	id CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE imports (
	source TEXT NOT NULL, 
	at VARCHAR(32) NOT NULL, 
	columns JSON NOT NULL, 
	added INTEGER NOT NULL, 
	updated INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE journal (
	number INTEGER NOT NULL, 
	at VARCHAR(32) NOT NULL, 
	station TEXT NOT NULL, 
	actor TEXT NOT NULL, 
	action TEXT NOT NULL, 
	subjects JSON NOT NULL, 
	undoes INTEGER, 
	"before" TEXT, 
	"after" TEXT, 
	salt TEXT, 
	before_digest TEXT NOT NULL, 
	after_digest TEXT NOT NULL, 
	previous TEXT NOT NULL, 
	hash TEXT NOT NULL, 
	PRIMARY KEY (number)
);
INSERT INTO "journal" VALUES(1,'2026-11-14T07:00:00.000000+00:00','desk','facilitator','new event','{"settings": ["certificate_text", "changeover_seconds", "ends_on", "funder_header", "language", "name", "organiser", "photo_consent_wording", "pitch_seconds", "place", "questions_seconds", "starts_on", "timezone"]}',NULL,'{"settings":{"certificate_text":null,"changeover_seconds":null,"ends_on":null,"funder_header":null,"language":null,"name":null,"organiser":null,"photo_consent_wording":null,"pitch_seconds":null,"place":null,"questions_seconds":null,"starts_on":null,"timezone":null}}','{"settings":{"certificate_text":{"id":"certificate_text","value":""},"changeover_seconds":{"id":"changeover_seconds","value":60},"ends_on":{"id":"ends_on","value":"2026-11-15"},"funder_header":{"id":"funder_header","value":""},"language":{"id":"language","value":"en"},"name":{"id":"name","value":"Vastseliina"},"organiser":{"id":"organiser","value":""},"photo_consent_wording":{"id":"photo_consent_wording","value":""},"pitch_seconds":{"id":"pitch_seconds","value":180},"place":{"id":"place","value":""},"questions_seconds":{"id":"questions_seconds","value":180},"starts_on":{"id":"starts_on","value":"2026-11-14"},"timezone":{"id":"timezone","value":"Europe/Tallinn"}}}','b39dcefb0778b3c94337e845db75a620','aee66fcbdb517afad5b5ecc4e2e110d4360c042bbbafec466cd22f5d6ec06352','a5c993d0cb877bbca980f3e6e49bdbe57e5feba326ff33fd1a405fc7416a16db','0000000000000000000000000000000000000000000000000000000000000000','d014ccd7721ef23e3b83dc7afe824160f154b4d87f2a5d86d274a3051037ed44');
INSERT INTO "journal" VALUES(2,'2026-11-14T07:00:00.000000+00:00','desk','facilitator','walk-in','{"attendance": ["2ee41a0e-230d-4250-aed5-88e4fe74f891"], "consents": ["c9f7e294-261d-44a2-87a0-4f7c07a00608"], "people": ["0a0f7074-116c-4934-9d84-f31dfd83740e"]}',NULL,'{"attendance":{"2ee41a0e-230d-4250-aed5-88e4fe74f891":null},"consents":{"c9f7e294-261d-44a2-87a0-4f7c07a00608":null},"people":{"0a0f7074-116c-4934-9d84-f31dfd83740e":null}}','{"attendance":{"2ee41a0e-230d-4250-aed5-88e4fe74f891":{"came_at":"2026-11-14T07:00:00+00:00","day":"2026-11-14","id":"2ee41a0e-230d-4250-aed5-88e4fe74f891","left_at":null,"person_id":"0a0f7074-116c-4934-9d84-f31dfd83740e","station":"desk"}},"consents":{"c9f7e294-261d-44a2-87a0-4f7c07a00608":{"at":"2026-11-14T07:00:00+00:00","given":false,"id":"c9f7e294-261d-44a2-87a0-4f7c07a00608","person_id":"0a0f7074-116c-4934-9d84-f31dfd83740e","purpose":"photo","wording":"I may be photographed and filmed at the event, and the pictures may be published."}},"people":{"0a0f7074-116c-4934-9d84-f31dfd83740e":{"access_needs":"","as_registered":{},"badge_printed_at":null,"cancelled":false,"choices":[],"code":"UJ5STBS","diet":"","email":"","family_name":"Kuusk","given_name":"Õnne-Ly","groups":["end_user"],"id":"0a0f7074-116c-4934-9d84-f31dfd83740e","languages":[],"minor":false,"municipality":"","organisation":"","organisers_note":"","phone":"","registered_at":"2026-11-14T07:00:00+00:00","remarks":"","roles":[],"skills":[],"ticket_secret":"","walk_in":true}}}','d7c31ea67a7cdaff56268e5d9cf15571','3e967977365aa225d519c70592c15b69032ad71d478b863e6d58fafc726e1141','f02a336f81f276c7c87a041784fce427879d807673246ac8e8d3551894249914','d014ccd7721ef23e3b83dc7afe824160f154b4d87f2a5d86d274a3051037ed44','2459ece04da3a6025f541a33d94e07b17001f032424544db30323070a8aaed1c');
INSERT INTO "journal" VALUES(3,'2026-11-14T07:00:00.000000+00:00','desk','facilitator','add a person','{"consents": ["2955b4ad-5e72-450b-b5a1-c0acdec50230"], "people": ["28ae0cd0-ce4b-4df4-836e-162239c9a37c"]}',NULL,'{"consents":{"2955b4ad-5e72-450b-b5a1-c0acdec50230":null},"people":{"28ae0cd0-ce4b-4df4-836e-162239c9a37c":null}}','{"consents":{"2955b4ad-5e72-450b-b5a1-c0acdec50230":{"at":"2026-11-14T07:00:00+00:00","given":true,"id":"2955b4ad-5e72-450b-b5a1-c0acdec50230","person_id":"28ae0cd0-ce4b-4df4-836e-162239c9a37c","purpose":"guardian","wording":"The guardian agrees that the minor takes part."}},"people":{"28ae0cd0-ce4b-4df4-836e-162239c9a37c":{"access_needs":"","as_registered":{},"badge_printed_at":null,"cancelled":false,"choices":[],"code":"ZHG3NXZ","diet":"","email":"","family_name":"Bērziņš","given_name":"Jānis","groups":[],"id":"28ae0cd0-ce4b-4df4-836e-162239c9a37c","languages":[],"minor":true,"municipality":"","organisation":"","organisers_note":"","phone":"","registered_at":"2026-11-14T07:00:00+00:00","remarks":"","roles":[],"skills":[],"ticket_secret":"","walk_in":false}}}','f1c6e1eaac59d6c722a888378ac4d65e','1f1c34a1863c80aba20aa8d3fd5d28e12d73249be62d680ae50cbf2ec49e0738','471b9afd3f58f3bcb679dd0d2af22bd976ad8981d3a839e9d7420cf84259f235','2459ece04da3a6025f541a33d94e07b17001f032424544db30323070a8aaed1c','27604ced82dc62da1ddeb923eb9af2ff57a7fbf5fd7b5f63892a8a3544aac20d');
INSERT INTO "journal" VALUES(4,'2026-11-14T07:00:00.000000+00:00','desk','facilitator','check in','{"attendance": ["bf9f1ec6-a913-48cc-89ab-4f1fc3b71e60"]}',NULL,'{"attendance":{"bf9f1ec6-a913-48cc-89ab-4f1fc3b71e60":null}}','{"attendance":{"bf9f1ec6-a913-48cc-89ab-4f1fc3b71e60":{"came_at":"2026-11-14T07:00:00+00:00","day":"2026-11-14","id":"bf9f1ec6-a913-48cc-89ab-4f1fc3b71e60","left_at":null,"person_id":"28ae0cd0-ce4b-4df4-836e-162239c9a37c","station":"desk"}}}','2a49d6e7f44295f3562a45c1c95f4db9','d3064f3fa103df00ffd9ec7191d869298a828a550a38fff83073187e222ee8e3','390a5e9b3cdbff5d0e6ef72d79b76018ba7e26d6ca241c617584aab41fcdacbb','27604ced82dc62da1ddeb923eb9af2ff57a7fbf5fd7b5f63892a8a3544aac20d','a2394e73da17e4612408078769955c45fea29d8b407ec4c72068b5659ed85bba');
INSERT INTO "journal" VALUES(5,'2026-11-14T07:00:00.000000+00:00','desk','facilitator','walk-in','{"attendance": ["74be6dea-c995-472b-b426-66eed18aa4f3"], "people": ["746f9e23-5a71-4c34-b790-70de3dd82f96"]}',NULL,'{"attendance":{"74be6dea-c995-472b-b426-66eed18aa4f3":null},"people":{"746f9e23-5a71-4c34-b790-70de3dd82f96":null}}','{"attendance":{"74be6dea-c995-472b-b426-66eed18aa4f3":{"came_at":"2026-11-14T07:00:00+00:00","day":"2026-11-14","id":"74be6dea-c995-472b-b426-66eed18aa4f3","left_at":null,"person_id":"746f9e23-5a71-4c34-b790-70de3dd82f96","station":"desk"}},"people":{"746f9e23-5a71-4c34-b790-70de3dd82f96":{"access_needs":"","as_registered":{},"badge_printed_at":null,"cancelled":false,"choices":[],"code":"STEYTF6","diet":"","email":"","family_name":"Tamm","given_name":"Mari","groups":[],"id":"746f9e23-5a71-4c34-b790-70de3dd82f96","languages":[],"minor":false,"municipality":"","organisation":"","organisers_note":"","phone":"","registered_at":"2026-11-14T07:00:00+00:00","remarks":"","roles":[],"skills":[],"ticket_secret":"","walk_in":true}}}','22f156073309fd108918dd7749e414e5','8266bf68f54d8f37bc618a5daa22a68ca5cfd26490e1fa75b7596267379ab8e5','edb4215bb72af5d57a8292f5e1afff1fa0dac445cebc65749ec828f9f9d79a61','a2394e73da17e4612408078769955c45fea29d8b407ec4c72068b5659ed85bba','69b3696c81e3ea353f6eea1159c93f09b66705ba9aa6da71acf5abea86a1cb09');
INSERT INTO "journal" VALUES(6,'2026-11-14T07:00:00.000000+00:00','desk','facilitator','undo check-in','{"attendance": ["74be6dea-c995-472b-b426-66eed18aa4f3"]}',NULL,'{"attendance":{"74be6dea-c995-472b-b426-66eed18aa4f3":{"came_at":"2026-11-14T07:00:00+00:00","day":"2026-11-14","id":"74be6dea-c995-472b-b426-66eed18aa4f3","left_at":null,"person_id":"746f9e23-5a71-4c34-b790-70de3dd82f96","station":"desk"}}}','{"attendance":{"74be6dea-c995-472b-b426-66eed18aa4f3":null}}','18dde329dd3e10301e7c1f1cc70136cd','82c6434b4ddb5f6f657b35e50e03d172ef4661f54660c11f6f5500cc1b388c39','576092ad7a3dcc82cf5c5d9d1b1be5c212fb3a7efae1880fe33b71ff3ad41fb3','69b3696c81e3ea353f6eea1159c93f09b66705ba9aa6da71acf5abea86a1cb09','bbde92147d71101d58ff89a04c90227047fa545aad308c22163bbe1c8f12bf2a');
CREATE TABLE journal_head (
	id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	hash TEXT NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "journal_head" VALUES(1,6,'bbde92147d71101d58ff89a04c90227047fa545aad308c22163bbe1c8f12bf2a');
CREATE TABLE jurors (
	name TEXT NOT NULL, 
	affiliation TEXT NOT NULL, 
	person_id CHAR(32), 
	chair BOOLEAN NOT NULL, 
	state TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(person_id) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE memberships (
	team_id CHAR(32) NOT NULL, 
	person_id CHAR(32) NOT NULL, 
	since VARCHAR(32) NOT NULL, 
	until VARCHAR(32), 
	lead BOOLEAN NOT NULL, 
	pinned BOOLEAN NOT NULL, 
	id CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(team_id) REFERENCES teams (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(person_id) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE people (
	code TEXT NOT NULL, 
	given_name TEXT NOT NULL, 
	family_name TEXT NOT NULL, 
	email TEXT NOT NULL, 
	phone TEXT NOT NULL, 
	organisation TEXT NOT NULL, 
	municipality TEXT NOT NULL, 
	groups JSON NOT NULL, 
	roles JSON NOT NULL, 
	skills JSON NOT NULL, 
	languages JSON NOT NULL, 
	choices JSON NOT NULL, 
	diet TEXT NOT NULL, 
	access_needs TEXT NOT NULL, 
	remarks TEXT NOT NULL, 
	organisers_note TEXT NOT NULL, 
	minor BOOLEAN NOT NULL, 
	cancelled BOOLEAN NOT NULL, 
	walk_in BOOLEAN NOT NULL, 
	ticket_secret TEXT NOT NULL, 
	as_registered JSON NOT NULL, 
	registered_at VARCHAR(32), 
	badge_printed_at VARCHAR(32), 
	id CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (code)
);
INSERT INTO "people" VALUES('UJ5STBS','Õnne-Ly','Kuusk','','','','','["end_user"]','[]','[]','[]','[]','','','','',0,0,1,'','{}','2026-11-14T07:00:00.000000+00:00',NULL,'0a0f7074116c49349d84f31dfd83740e',2);
INSERT INTO "people" VALUES('ZHG3NXZ','Jānis','Bērziņš','','','','','[]','[]','[]','[]','[]','','','','',1,0,0,'','{}','2026-11-14T07:00:00.000000+00:00',NULL,'28ae0cd0ce4b4df4836e162239c9a37c',2);
INSERT INTO "people" VALUES('STEYTF6','Mari','Tamm','','','','','[]','[]','[]','[]','[]','','','','',0,0,1,'','{}','2026-11-14T07:00:00.000000+00:00',NULL,'746f9e235a714c34b79070de3dd82f96',1);
CREATE TABLE pitches (
	team_id CHAR(32) NOT NULL, 
	position INTEGER NOT NULL, 
	seed INTEGER, 
	id CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(team_id) REFERENCES teams (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE printed (
	kind TEXT NOT NULL, 
	at VARCHAR(32) NOT NULL, 
	pages INTEGER NOT NULL, 
	language TEXT NOT NULL, 
	revision INTEGER, 
	file_hash TEXT NOT NULL, 
	id CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE programme_items (
	title TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	starts_at VARCHAR(32) NOT NULL, 
	ends_at VARCHAR(32) NOT NULL, 
	started_at VARCHAR(32), 
	ended_at VARCHAR(32), 
	public BOOLEAN NOT NULL, 
	fixed BOOLEAN NOT NULL, 
	responsible TEXT NOT NULL, 
	notes TEXT NOT NULL, 
	moved INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE revisions (
	number INTEGER NOT NULL, 
	sealed_at VARCHAR(32) NOT NULL, 
	reason TEXT NOT NULL, 
	changes JSON NOT NULL, 
	content JSON NOT NULL, 
	hash TEXT NOT NULL, 
	reopened_because TEXT NOT NULL, 
	id CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (number)
);
CREATE TABLE settings (
	id TEXT NOT NULL, 
	value JSON NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "settings" VALUES('name','"Vastseliina"',1);
INSERT INTO "settings" VALUES('place','""',1);
INSERT INTO "settings" VALUES('starts_on','"2026-11-14"',1);
INSERT INTO "settings" VALUES('ends_on','"2026-11-15"',1);
INSERT INTO "settings" VALUES('timezone','"Europe/Tallinn"',1);
INSERT INTO "settings" VALUES('language','"en"',1);
INSERT INTO "settings" VALUES('organiser','""',1);
INSERT INTO "settings" VALUES('funder_header','""',1);
INSERT INTO "settings" VALUES('pitch_seconds',180,1);
INSERT INTO "settings" VALUES('questions_seconds',180,1);
INSERT INTO "settings" VALUES('changeover_seconds',60,1);
INSERT INTO "settings" VALUES('photo_consent_wording','""',1);
INSERT INTO "settings" VALUES('certificate_text','""',1);
CREATE TABLE stage (
	"view" TEXT NOT NULL, 
	message TEXT NOT NULL, 
	revealed INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE stakeholder_groups (
	"key" TEXT NOT NULL, 
	name TEXT NOT NULL, 
	short_name TEXT NOT NULL, 
	colour TEXT NOT NULL, 
	pattern TEXT NOT NULL, 
	wanted INTEGER, 
	position INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE ("key")
);
CREATE TABLE teams (
	name TEXT NOT NULL, 
	topic_id CHAR(32), 
	table_name TEXT NOT NULL, 
	state TEXT NOT NULL, 
	merged_into_id CHAR(32), 
	position INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(topic_id) REFERENCES topics (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(merged_into_id) REFERENCES teams (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE tie_votes (
	"order" JSON NOT NULL, 
	reason TEXT NOT NULL, 
	at VARCHAR(32) NOT NULL, 
	id CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE timers (
	label TEXT NOT NULL, 
	team_id CHAR(32), 
	phase TEXT NOT NULL, 
	seconds INTEGER NOT NULL, 
	added INTEGER NOT NULL, 
	started_at VARCHAR(32), 
	elapsed_before DOUBLE NOT NULL, 
	id CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(team_id) REFERENCES teams (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE topic_wordings (
	topic_id CHAR(32) NOT NULL, 
	title TEXT NOT NULL, 
	description TEXT NOT NULL, 
	until VARCHAR(32) NOT NULL, 
	id CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(topic_id) REFERENCES topics (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE topics (
	title TEXT NOT NULL, 
	description TEXT NOT NULL, 
	owner_id CHAR(32), 
	owner_name TEXT NOT NULL, 
	languages JSON NOT NULL, 
	skills JSON NOT NULL, 
	min_size INTEGER NOT NULL, 
	max_size INTEGER NOT NULL, 
	must_run BOOLEAN NOT NULL, 
	state TEXT NOT NULL, 
	merged_into_id CHAR(32), 
	position INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(owner_id) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(merged_into_id) REFERENCES topics (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_consents_person_id ON consents (person_id);
CREATE INDEX ix_attendance_person_id ON attendance (person_id);
CREATE INDEX ix_topics_merged_into_id ON topics (merged_into_id);
CREATE INDEX ix_topics_owner_id ON topics (owner_id);
CREATE INDEX ix_jurors_person_id ON jurors (person_id);
CREATE INDEX ix_certificates_person_id ON certificates (person_id);
CREATE INDEX ix_topic_wordings_topic_id ON topic_wordings (topic_id);
CREATE INDEX ix_teams_topic_id ON teams (topic_id);
CREATE INDEX ix_teams_merged_into_id ON teams (merged_into_id);
CREATE INDEX ix_memberships_team_id ON memberships (team_id);
CREATE INDEX ix_memberships_person_id ON memberships (person_id);
CREATE INDEX ix_timers_team_id ON timers (team_id);
CREATE INDEX ix_pitches_team_id ON pitches (team_id);
CREATE INDEX ix_ballots_juror_id ON ballots (juror_id);
CREATE INDEX ix_ballots_team_id ON ballots (team_id);
CREATE INDEX ix_awards_given_award_id ON awards_given (award_id);
CREATE INDEX ix_awards_given_team_id ON awards_given (team_id);
CREATE INDEX ix_commitments_team_id ON commitments (team_id);
COMMIT;
