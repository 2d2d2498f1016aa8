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
INSERT INTO "attendance" VALUES('f8c8553f3cc04184ae22cdfd384ca5c3','2026-11-14','2026-11-14T07:00:00.000000+00:00',NULL,'desk','ae2cf208d04a47f5ba05e1f92150786d',1);
INSERT INTO "attendance" VALUES('0402463b40bd4f21befba5650a77436f','2026-11-14','2026-11-14T07:00:00.000000+00:00',NULL,'desk','f09b744a2aff4bab9add54a5d95c9cd0',1);
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
INSERT INTO "consents" VALUES('f8c8553f3cc04184ae22cdfd384ca5c3','photo',0,'2026-11-14T07:00:00.000000+00:00','I may be photographed and filmed at the event, and the pictures may be published.','95b32767444e47acbab50cc7d0e23f5a',1);
INSERT INTO "consents" VALUES('0402463b40bd4f21befba5650a77436f','guardian',1,'2026-11-14T07:00:00.000000+00:00','The guardian agrees that the minor takes part.','3b42273cd4794cd981b3bc36b78c20d5',1);
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
INSERT INTO "journal" VALUES(1,'2026-11-14T07:00:00.000000+00:00','desk','facilitator','new event','{"settings": ["certificate_text", "changeover_seconds", "ends_on", "funder_header", "language", "name", "organiser", "photo_consent_wording", "pitch_seconds", "place", "questions_seconds", "starts_on", "timezone"]}',NULL,'{"settings":{"certificate_text":null,"changeover_seconds":null,"ends_on":null,"funder_header":null,"language":null,"name":null,"organiser":null,"photo_consent_wording":null,"pitch_seconds":null,"place":null,"questions_seconds":null,"starts_on":null,"timezone":null}}','{"settings":{"certificate_text":{"id":"certificate_text","value":""},"changeover_seconds":{"id":"changeover_seconds","value":60},"ends_on":{"id":"ends_on","value":"2026-11-15"},"funder_header":{"id":"funder_header","value":""},"language":{"id":"language","value":"en"},"name":{"id":"name","value":"Vastseliina"},"organiser":{"id":"organiser","value":""},"photo_consent_wording":{"id":"photo_consent_wording","value":""},"pitch_seconds":{"id":"pitch_seconds","value":180},"place":{"id":"place","value":""},"questions_seconds":{"id":"questions_seconds","value":180},"starts_on":{"id":"starts_on","value":"2026-11-14"},"timezone":{"id":"timezone","value":"Europe/Tallinn"}}}','b122e250715d6040657d07c2dfbf8065','86f03dfa7724cfda66d39562d1ba11f627ae83d110db1ad8d4eaffd5a2982e37','576c93bcd49ae2c9ee6de2cd8b23ca455eab1c0a105845840ea2613c23ddbf1b','0000000000000000000000000000000000000000000000000000000000000000','a91d5874aef62ff3bd04def447895d90a205b57b4d87d9d5beb60869934c57f7');
INSERT INTO "journal" VALUES(2,'2026-11-14T07:00:00.000000+00:00','desk','facilitator','walk-in','{"attendance": ["ae2cf208-d04a-47f5-ba05-e1f92150786d"], "consents": ["95b32767-444e-47ac-bab5-0cc7d0e23f5a"], "people": ["f8c8553f-3cc0-4184-ae22-cdfd384ca5c3"]}',NULL,'{"attendance":{"ae2cf208-d04a-47f5-ba05-e1f92150786d":null},"consents":{"95b32767-444e-47ac-bab5-0cc7d0e23f5a":null},"people":{"f8c8553f-3cc0-4184-ae22-cdfd384ca5c3":null}}','{"attendance":{"ae2cf208-d04a-47f5-ba05-e1f92150786d":{"came_at":"2026-11-14T07:00:00+00:00","day":"2026-11-14","id":"ae2cf208-d04a-47f5-ba05-e1f92150786d","left_at":null,"person_id":"f8c8553f-3cc0-4184-ae22-cdfd384ca5c3","station":"desk"}},"consents":{"95b32767-444e-47ac-bab5-0cc7d0e23f5a":{"at":"2026-11-14T07:00:00+00:00","given":false,"id":"95b32767-444e-47ac-bab5-0cc7d0e23f5a","person_id":"f8c8553f-3cc0-4184-ae22-cdfd384ca5c3","purpose":"photo","wording":"I may be photographed and filmed at the event, and the pictures may be published."}},"people":{"f8c8553f-3cc0-4184-ae22-cdfd384ca5c3":{"access_needs":"","as_registered":{},"badge_printed_at":null,"cancelled":false,"choices":[],"code":"WCWV7RK","diet":"","email":"","family_name":"Kuusk","given_name":"Õnne-Ly","groups":["end_user"],"id":"f8c8553f-3cc0-4184-ae22-cdfd384ca5c3","languages":[],"minor":false,"municipality":"","organisation":"","organisers_note":"","phone":"","registered_at":"2026-11-14T07:00:00+00:00","remarks":"","roles":[],"skills":[],"ticket_secret":"","walk_in":true}}}','9f75b2dbad2822076ed79c72fce10e63','9bf38b230889ba8c92e10c21aedd330b3ae1ed74ca831fd712dc16232a553c19','c6bf50174c8d939181b4aad5876f1cc7352321d2c46f8a083a31399f63ccbfc1','a91d5874aef62ff3bd04def447895d90a205b57b4d87d9d5beb60869934c57f7','f6c6e8d9371b02af62add8087a1b8d9c690ebf09a6a0f35ee1d3de1664e70615');
INSERT INTO "journal" VALUES(3,'2026-11-14T07:00:00.000000+00:00','desk','facilitator','add a person','{"consents": ["3b42273c-d479-4cd9-81b3-bc36b78c20d5"], "people": ["0402463b-40bd-4f21-befb-a5650a77436f"]}',NULL,'{"consents":{"3b42273c-d479-4cd9-81b3-bc36b78c20d5":null},"people":{"0402463b-40bd-4f21-befb-a5650a77436f":null}}','{"consents":{"3b42273c-d479-4cd9-81b3-bc36b78c20d5":{"at":"2026-11-14T07:00:00+00:00","given":true,"id":"3b42273c-d479-4cd9-81b3-bc36b78c20d5","person_id":"0402463b-40bd-4f21-befb-a5650a77436f","purpose":"guardian","wording":"The guardian agrees that the minor takes part."}},"people":{"0402463b-40bd-4f21-befb-a5650a77436f":{"access_needs":"","as_registered":{},"badge_printed_at":null,"cancelled":false,"choices":[],"code":"7AL3YX3","diet":"","email":"","family_name":"Bērziņš","given_name":"Jānis","groups":[],"id":"0402463b-40bd-4f21-befb-a5650a77436f","languages":[],"minor":true,"municipality":"","organisation":"","organisers_note":"","phone":"","registered_at":"2026-11-14T07:00:00+00:00","remarks":"","roles":[],"skills":[],"ticket_secret":"","walk_in":false}}}','021b2aed67fb4acd464574e3d14f12ff','16d7fdda1ada9450a6413d362eb4ac1be85d7be32c00a660ddd3bda4d0636b43','c923a7a795f93a2d7651340ce41063f138169688b3a6b65bf3bea3c7215c5708','f6c6e8d9371b02af62add8087a1b8d9c690ebf09a6a0f35ee1d3de1664e70615','795ec1eba33b600ef42e64eede175163779b343175d944c77f08142bb269b241');
INSERT INTO "journal" VALUES(4,'2026-11-14T07:00:00.000000+00:00','desk','facilitator','check in','{"attendance": ["f09b744a-2aff-4bab-9add-54a5d95c9cd0"]}',NULL,'{"attendance":{"f09b744a-2aff-4bab-9add-54a5d95c9cd0":null}}','{"attendance":{"f09b744a-2aff-4bab-9add-54a5d95c9cd0":{"came_at":"2026-11-14T07:00:00+00:00","day":"2026-11-14","id":"f09b744a-2aff-4bab-9add-54a5d95c9cd0","left_at":null,"person_id":"0402463b-40bd-4f21-befb-a5650a77436f","station":"desk"}}}','e74e88585a6a7ac88e07ff77285ceae0','f809369e184e59ffe900b561222af8bdec487b2c4d5d09760b098da5ee711704','6595428e389e46b7c8e2b7e3c46b034ec98cc54211643c3a26eb8bdb4b008fd5','795ec1eba33b600ef42e64eede175163779b343175d944c77f08142bb269b241','899ca60a18c16563cd9b779297811c0e3b4e2113532d3844868c0133b7b7a344');
INSERT INTO "journal" VALUES(5,'2026-11-14T07:00:00.000000+00:00','desk','facilitator','add a topic','{"topics": ["81fefcac-8a73-4ba4-9fc8-dadeca37e0e1"]}',NULL,'{"topics":{"81fefcac-8a73-4ba4-9fc8-dadeca37e0e1":null}}','{"topics":{"81fefcac-8a73-4ba4-9fc8-dadeca37e0e1":{"description":"","id":"81fefcac-8a73-4ba4-9fc8-dadeca37e0e1","languages":[],"max_size":12,"merged_into_id":null,"min_size":4,"must_run":false,"owner_id":null,"owner_name":"","position":1,"skills":[],"state":"open","title":"Külabuss"}}}','fe6d6f3120aaaae085cff70ad42c4452','a53918783f931e0782c2109b0d9a880055fb0dd35d6c5d55fab06d5b48a55021','9abd5edf7de142cb26701f1b9b83d1e23a7ff65209cb6bf6d2b213569f60b7d5','899ca60a18c16563cd9b779297811c0e3b4e2113532d3844868c0133b7b7a344','5f3385e6465b348601f7cd4e6477fbc8126b5ca832ec742db0e095e5c7cf2dbd');
INSERT INTO "journal" VALUES(6,'2026-11-14T07:00:00.000000+00:00','desk','facilitator','walk-in','{"attendance": ["f3207631-f0e3-4d17-af13-5c5830ae3fd6"], "people": ["166fcbb1-1ce3-4819-9b3a-49bb7e72449e"]}',NULL,'{"attendance":{"f3207631-f0e3-4d17-af13-5c5830ae3fd6":null},"people":{"166fcbb1-1ce3-4819-9b3a-49bb7e72449e":null}}','{"attendance":{"f3207631-f0e3-4d17-af13-5c5830ae3fd6":{"came_at":"2026-11-14T07:00:00+00:00","day":"2026-11-14","id":"f3207631-f0e3-4d17-af13-5c5830ae3fd6","left_at":null,"person_id":"166fcbb1-1ce3-4819-9b3a-49bb7e72449e","station":"desk"}},"people":{"166fcbb1-1ce3-4819-9b3a-49bb7e72449e":{"access_needs":"","as_registered":{},"badge_printed_at":null,"cancelled":false,"choices":[],"code":"C3UZ9XE","diet":"","email":"","family_name":"Tamm","given_name":"Mari","groups":[],"id":"166fcbb1-1ce3-4819-9b3a-49bb7e72449e","languages":[],"minor":false,"municipality":"","organisation":"","organisers_note":"","phone":"","registered_at":"2026-11-14T07:00:00+00:00","remarks":"","roles":[],"skills":[],"ticket_secret":"","walk_in":true}}}','5bc45e15704811fb3d81f7ed88c50a99','adc6c1c2711587fcc00f1fd26e51897741c439844dccc40a0129d771d81de1ed','bc4c9ecb12b8627e648af601844aaa5bd283b78e334b90f84e6f0460cada24bc','5f3385e6465b348601f7cd4e6477fbc8126b5ca832ec742db0e095e5c7cf2dbd','7a11569c8d03c3ccb5784d22ba8a1e732f0b703f6be2ddd33463ed89a3024b22');
INSERT INTO "journal" VALUES(7,'2026-11-14T07:00:00.000000+00:00','desk','facilitator','undo check-in','{"attendance": ["f3207631-f0e3-4d17-af13-5c5830ae3fd6"]}',NULL,'{"attendance":{"f3207631-f0e3-4d17-af13-5c5830ae3fd6":{"came_at":"2026-11-14T07:00:00+00:00","day":"2026-11-14","id":"f3207631-f0e3-4d17-af13-5c5830ae3fd6","left_at":null,"person_id":"166fcbb1-1ce3-4819-9b3a-49bb7e72449e","station":"desk"}}}','{"attendance":{"f3207631-f0e3-4d17-af13-5c5830ae3fd6":null}}','813a851d26075eed209ae7f38db788c9','90be3d9123dce514b4d7bbd68619264494b959e77b407b5c6b5d962142ac49a2','af9bb2116e4de21a521e1f6748a091fe5813920a9c8730add05b4d085126beaa','7a11569c8d03c3ccb5784d22ba8a1e732f0b703f6be2ddd33463ed89a3024b22','12b0cf0504d652610957ae60586c87becf91726f952bddd3e7bd99bfec4bd713');
CREATE TABLE journal_head (
	id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	hash TEXT NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "journal_head" VALUES(1,7,'12b0cf0504d652610957ae60586c87becf91726f952bddd3e7bd99bfec4bd713');
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
INSERT INTO "people" VALUES('WCWV7RK','Õnne-Ly','Kuusk','','','','','["end_user"]','[]','[]','[]','[]','','','','',0,0,1,'','{}','2026-11-14T07:00:00.000000+00:00',NULL,'f8c8553f3cc04184ae22cdfd384ca5c3',2);
INSERT INTO "people" VALUES('7AL3YX3','Jānis','Bērziņš','','','','','[]','[]','[]','[]','[]','','','','',1,0,0,'','{}','2026-11-14T07:00:00.000000+00:00',NULL,'0402463b40bd4f21befba5650a77436f',2);
INSERT INTO "people" VALUES('C3UZ9XE','Mari','Tamm','','','','','[]','[]','[]','[]','[]','','','','',0,0,1,'','{}','2026-11-14T07:00:00.000000+00:00',NULL,'166fcbb11ce348199b3a49bb7e72449e',1);
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
INSERT INTO "topics" VALUES('Külabuss','',NULL,'','[]','[]',4,12,0,'open',NULL,1,'81fefcac8a734ba49fc8dadeca37e0e1',1);
CREATE INDEX ix_consents_person_id ON consents (person_id);
CREATE INDEX ix_attendance_person_id ON attendance (person_id);
CREATE INDEX ix_topics_merged_into_id ON topics (merged_into_id);
CREATE INDEX ix_topics_owner_id ON topics (owner_id);
CREATE INDEX ix_jurors_person_id ON jurors (person_id);
CREATE INDEX ix_certificates_person_id ON certificates (person_id);
CREATE INDEX ix_topic_wordings_topic_id ON topic_wordings (topic_id);
CREATE INDEX ix_teams_merged_into_id ON teams (merged_into_id);
CREATE INDEX ix_teams_topic_id ON teams (topic_id);
CREATE INDEX ix_memberships_person_id ON memberships (person_id);
CREATE INDEX ix_memberships_team_id ON memberships (team_id);
CREATE INDEX ix_timers_team_id ON timers (team_id);
CREATE INDEX ix_pitches_team_id ON pitches (team_id);
CREATE INDEX ix_ballots_team_id ON ballots (team_id);
CREATE INDEX ix_ballots_juror_id ON ballots (juror_id);
CREATE INDEX ix_awards_given_award_id ON awards_given (award_id);
CREATE INDEX ix_awards_given_team_id ON awards_given (team_id);
CREATE INDEX ix_commitments_team_id ON commitments (team_id);
COMMIT;
