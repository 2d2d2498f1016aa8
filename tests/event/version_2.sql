PRAGMA application_id = 1212437323;
PRAGMA user_version = 2;
BEGIN TRANSACTION;
CREATE TABLE announcements (
	at VARCHAR(32) NOT NULL, 
	seats JSON NOT NULL, 
	id CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE attendance (
	person_id CHAR(32) NOT NULL, 
	day DATE NOT NULL, 
	came_at VARCHAR(32) NOT NULL, 
	left_at VARCHAR(32), 
	away JSON DEFAULT '[]' NOT NULL, 
	by_hand BOOLEAN DEFAULT '0' NOT NULL, 
	station TEXT NOT NULL, 
	id CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (person_id, day), 
	FOREIGN KEY(person_id) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED
);
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
CREATE TABLE blank_badges (
	code TEXT NOT NULL, 
	number INTEGER NOT NULL, 
	printed_at VARCHAR(32) NOT NULL, 
	person_id CHAR(32), 
	bound_at VARCHAR(32), 
	id CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (code), 
	UNIQUE (number), 
	FOREIGN KEY(person_id) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE calls (
	person_id CHAR(32) NOT NULL, 
	at VARCHAR(32) NOT NULL, 
	outcome TEXT NOT NULL, 
	note TEXT NOT NULL, 
	id CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(person_id) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED
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
	given_by TEXT DEFAULT '' NOT NULL, 
	id CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (person_id, purpose), 
	FOREIGN KEY(person_id) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED
);
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
	reading JSON DEFAULT '{}' NOT NULL, 
	added INTEGER NOT NULL, 
	updated INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE interest (
	topic_id CHAR(32) NOT NULL, 
	way TEXT NOT NULL, 
	count INTEGER NOT NULL, 
	at VARCHAR(32) NOT NULL, 
	id CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(topic_id) REFERENCES topics (id) DEFERRABLE INITIALLY DEFERRED
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
INSERT INTO "journal" VALUES(1,'2026-11-14T07:00:00.000000+00:00','desk','facilitator','new event','{"settings":["attendance_times","badge_back","badge_back_text","badge_format","certificate_text","changeover_seconds","ends_on","funder_header","guardian_consent_wording","language","merged_municipalities","name","organiser","photo_consent_wording","pitch_seconds","place","questions_seconds","starts_on","team_cards","timezone"]}',NULL,'{"settings":{"attendance_times":null,"badge_back":null,"badge_back_text":null,"badge_format":null,"certificate_text":null,"changeover_seconds":null,"ends_on":null,"funder_header":null,"guardian_consent_wording":null,"language":null,"merged_municipalities":null,"name":null,"organiser":null,"photo_consent_wording":null,"pitch_seconds":null,"place":null,"questions_seconds":null,"starts_on":null,"team_cards":null,"timezone":null}}','{"settings":{"attendance_times":{"id":"attendance_times","value":false},"badge_back":{"id":"badge_back","value":""},"badge_back_text":{"id":"badge_back_text","value":""},"badge_format":{"id":"badge_format","value":"a7x8"},"certificate_text":{"id":"certificate_text","value":""},"changeover_seconds":{"id":"changeover_seconds","value":60},"ends_on":{"id":"ends_on","value":"2026-11-15"},"funder_header":{"id":"funder_header","value":""},"guardian_consent_wording":{"id":"guardian_consent_wording","value":""},"language":{"id":"language","value":"en"},"merged_municipalities":{"id":"merged_municipalities","value":{}},"name":{"id":"name","value":"Vastseliina"},"organiser":{"id":"organiser","value":""},"photo_consent_wording":{"id":"photo_consent_wording","value":""},"pitch_seconds":{"id":"pitch_seconds","value":180},"place":{"id":"place","value":""},"questions_seconds":{"id":"questions_seconds","value":180},"starts_on":{"id":"starts_on","value":"2026-11-14"},"team_cards":{"id":"team_cards","value":{}},"timezone":{"id":"timezone","value":"Europe/Tallinn"}}}','14fbedb555cdd3bb4f96669e5a4bb262','8be4bc3509d1b73e8c43f50e02f1b43c333fa1568b79ad29a48dc95680db3102','9727658c4e7b19bb9879bc4eb1f4e9effe8ef8cb152168cfe00c8d0e102ce7e2','0000000000000000000000000000000000000000000000000000000000000000','c663e5e2f6ef09ba5158ebe3c71fea2fce71016b76ea0eec2c9a3949493dcb1f');
INSERT INTO "journal" VALUES(2,'2026-11-14T07:00:00.000000+00:00','desk','facilitator','add a programme item','{"programme_items":["c00eeb7b-69b8-4210-8817-ab6acbbedabb"]}',NULL,'{"programme_items":{"c00eeb7b-69b8-4210-8817-ab6acbbedabb":null}}','{"programme_items":{"c00eeb7b-69b8-4210-8817-ab6acbbedabb":{"ended_at":null,"ends_at":"2026-11-14T08:00:00+00:00","fixed":false,"id":"c00eeb7b-69b8-4210-8817-ab6acbbedabb","kind":"arrival","moved":0,"notes":"","public":true,"responsible":"","started_at":null,"starts_at":"2026-11-14T07:00:00+00:00","title":"Arrival and coffee"}}}','485464af96d5c1a0e2a904e165703ae4','223746903f3732f2216155cad4c6836ad70df9184bc72f72d0916036d74f2ef0','6ea24eeaac0c349230ec81bb17f0da3f75d5548051eca4a719eae8749933f096','c663e5e2f6ef09ba5158ebe3c71fea2fce71016b76ea0eec2c9a3949493dcb1f','5fe5146dfe12f0dfb5bd4d19ca1b0a1f46057621ddf35c020d4626dcfe47e728');
INSERT INTO "journal" VALUES(3,'2026-11-14T07:00:00.000000+00:00','desk','facilitator','add a programme item','{"programme_items":["3c266c41-f38e-4df4-a402-443761e50477"]}',NULL,'{"programme_items":{"3c266c41-f38e-4df4-a402-443761e50477":null}}','{"programme_items":{"3c266c41-f38e-4df4-a402-443761e50477":{"ended_at":null,"ends_at":"2026-11-14T08:30:00+00:00","fixed":false,"id":"3c266c41-f38e-4df4-a402-443761e50477","kind":"talk","moved":0,"notes":"","public":true,"responsible":"","started_at":null,"starts_at":"2026-11-14T08:00:00+00:00","title":"Opening"}}}','44dccf2fd41896a95f9e861ed7a4fde5','70b2fb11e92588495587976cd3d6100fc00b38bf3ebc15ced7ccf6ab7212cb48','96067961e5185df6fc4e507014aeef75eeef2465058153d4f5a710d9a2402c58','5fe5146dfe12f0dfb5bd4d19ca1b0a1f46057621ddf35c020d4626dcfe47e728','4c79e139f9fce536c49bd3b447515995b92871c1c53e01ee577b2152ee67da2b');
INSERT INTO "journal" VALUES(4,'2026-11-14T07:00:00.000000+00:00','desk','facilitator','add a programme item','{"programme_items":["47b488f8-bb0e-4560-9830-12f35ae25d15"]}',NULL,'{"programme_items":{"47b488f8-bb0e-4560-9830-12f35ae25d15":null}}','{"programme_items":{"47b488f8-bb0e-4560-9830-12f35ae25d15":{"ended_at":null,"ends_at":"2026-11-14T09:30:00+00:00","fixed":false,"id":"47b488f8-bb0e-4560-9830-12f35ae25d15","kind":"topics","moved":0,"notes":"","public":true,"responsible":"","started_at":null,"starts_at":"2026-11-14T08:30:00+00:00","title":"Topics are introduced"}}}','2c5c502a4d197937654f4f3154f58b28','dd34be7caf78bc6dca3da22c8e5ffcd75dc163f0551590e2d333f022a28f5fbe','8fd1f50ae0ce6f94da7d0e6fb4484a66f167e113fe257a1e836ff61df0d2e427','4c79e139f9fce536c49bd3b447515995b92871c1c53e01ee577b2152ee67da2b','2af78dc947dcdb6423b90dd7bcd22eefaf2b75d8e937da53073d7a188383baf4');
INSERT INTO "journal" VALUES(5,'2026-11-14T07:00:00.000000+00:00','desk','facilitator','form teams','{"teams":["00000000-0000-0000-0000-000000000001","00000000-0000-0000-0000-000000000002","00000000-0000-0000-0000-000000000003"]}',NULL,'{"teams":{"00000000-0000-0000-0000-000000000001":null,"00000000-0000-0000-0000-000000000002":null,"00000000-0000-0000-0000-000000000003":null}}','{"teams":{"00000000-0000-0000-0000-000000000001":{"id":"00000000-0000-0000-0000-000000000001","merged_into_id":null,"name":"Village bus","position":0,"state":"active","table_name":"","topic_id":null},"00000000-0000-0000-0000-000000000002":{"id":"00000000-0000-0000-0000-000000000002","merged_into_id":null,"name":"Youth room","position":1,"state":"active","table_name":"","topic_id":null},"00000000-0000-0000-0000-000000000003":{"id":"00000000-0000-0000-0000-000000000003","merged_into_id":null,"name":"Empty houses","position":2,"state":"active","table_name":"","topic_id":null}}}','ea2a4b48810ae8b2dd3bd2ad9350b131','324fa0f3caaf34f5023622be83bd096931f7bce48c632605d8118a980cee5086','38923b4efc62d5d209e7bace061e9df539dd4d3b535d13878540bf5ab03ababa','2af78dc947dcdb6423b90dd7bcd22eefaf2b75d8e937da53073d7a188383baf4','93f00312ce355a916825730c6a4a0a2b90eb05b33be6249e511837f35db63532');
INSERT INTO "journal" VALUES(6,'2026-11-14T07:00:00.000000+00:00','desk','facilitator','change the event''s data','{"settings":["pitch_seconds"]}',NULL,'{"settings":{"pitch_seconds":{"value":180}}}','{"settings":{"pitch_seconds":{"value":240}}}','996dcc5662f5b93a63d690771cf4236e','e2432bf13402cc113b77c8bfe6e14854a4be89eb03ef2e494e7d316f6daa4fa1','c41a77b75f4b135e6640b2ea10a919d7395340b9ec73bc938df12caed9bc99eb','93f00312ce355a916825730c6a4a0a2b90eb05b33be6249e511837f35db63532','18367d5be3996cf0551facb41647a8c478e512b0496edbaa8827889396211d51');
INSERT INTO "journal" VALUES(7,'2026-11-14T07:00:00.000000+00:00','desk','facilitator','draw the order of pitches','{"pitches":["33e26443-b314-4daf-af2c-e9fa9009fff5","76ec1317-0358-4944-8c01-a91ac47b2827","a9eb0f89-298e-4574-accf-e6a8e37d2272"]}',NULL,'{"pitches":{"33e26443-b314-4daf-af2c-e9fa9009fff5":null,"76ec1317-0358-4944-8c01-a91ac47b2827":null,"a9eb0f89-298e-4574-accf-e6a8e37d2272":null}}','{"pitches":{"33e26443-b314-4daf-af2c-e9fa9009fff5":{"id":"33e26443-b314-4daf-af2c-e9fa9009fff5","position":1,"seed":1907,"team_id":"00000000-0000-0000-0000-000000000002"},"76ec1317-0358-4944-8c01-a91ac47b2827":{"id":"76ec1317-0358-4944-8c01-a91ac47b2827","position":2,"seed":1907,"team_id":"00000000-0000-0000-0000-000000000003"},"a9eb0f89-298e-4574-accf-e6a8e37d2272":{"id":"a9eb0f89-298e-4574-accf-e6a8e37d2272","position":3,"seed":1907,"team_id":"00000000-0000-0000-0000-000000000001"}}}','5e7a23060fe6d937c444c13c7455bacb','4807efcf625c42be07893a6e9161e362c8e1289bedddb3eb4ccc7a234304e2ef','ea87400c39a37ed2a8cc86524f438f59e0c379eb4cccb1d5139e6ac60036b157','18367d5be3996cf0551facb41647a8c478e512b0496edbaa8827889396211d51','e100752e658f572af7c47cd6b546b726118891dd7eb0eb31681b3b0dc877fe89');
INSERT INTO "journal" VALUES(8,'2026-11-14T07:00:00.000000+00:00','desk','facilitator','next phase','{"timers":["0a6e1f6c-5a53-4a0e-9d0b-7d2f3c1e0001"]}',NULL,'{"timers":{"0a6e1f6c-5a53-4a0e-9d0b-7d2f3c1e0001":null}}','{"timers":{"0a6e1f6c-5a53-4a0e-9d0b-7d2f3c1e0001":{"added":0,"elapsed_before":0.0,"id":"0a6e1f6c-5a53-4a0e-9d0b-7d2f3c1e0001","label":"","phase":"pitch","seconds":240,"started_at":null,"team_id":"00000000-0000-0000-0000-000000000002"}}}','ec45789f492af38609be74bb3a4e9783','19bb2f0ebc353967df4d54309d1c73ee27c5007a21b37aab6235789ab8c29afd','91a58dbd3e01e91d38d7591238f3a47a113bf9e45e5794bbfb946aa2579ec6ec','e100752e658f572af7c47cd6b546b726118891dd7eb0eb31681b3b0dc877fe89','9cf9c531118c309fef08d7032e964ab7a25119f5b6ac005e9ab36d2b2949a26f');
INSERT INTO "journal" VALUES(9,'2026-11-14T07:00:00.000000+00:00','desk','facilitator','start the timer','{"timers":["0a6e1f6c-5a53-4a0e-9d0b-7d2f3c1e0001"]}',NULL,'{"timers":{"0a6e1f6c-5a53-4a0e-9d0b-7d2f3c1e0001":{"started_at":null}}}','{"timers":{"0a6e1f6c-5a53-4a0e-9d0b-7d2f3c1e0001":{"started_at":"2026-11-14T07:00:00+00:00"}}}','d4b4c2d598f221e9d3516ecee004d5b9','314e4e690c745d25ae55ce44ce26506261b56ec43d559bb5b3112eaa33ba260c','e6d3e2d250c104d21af59d095951b09b40e0938700a45a2939972ce0bac4e4fc','9cf9c531118c309fef08d7032e964ab7a25119f5b6ac005e9ab36d2b2949a26f','3dd0f58c38a499e161e3fed5712d86624132cc6e322051b36e5b9c1c3d41e03f');
INSERT INTO "journal" VALUES(10,'2026-11-14T07:00:50.000000+00:00','desk','facilitator','show something on the projector','{"stage":["0a6e1f6c-5a53-4a0e-9d0b-7d2f3c1e0002"]}',NULL,'{"stage":{"0a6e1f6c-5a53-4a0e-9d0b-7d2f3c1e0002":null}}','{"stage":{"0a6e1f6c-5a53-4a0e-9d0b-7d2f3c1e0002":{"id":"0a6e1f6c-5a53-4a0e-9d0b-7d2f3c1e0002","message":"Supper at 19:00","revealed":0,"view":"message"}}}','394422db865480957deb667001b9e944','afc2537ef430a93e5b8abb92f6170f2d016ae55143b5ed7c31af25fc97236367','fbf030c15c0b2d8f03d6d308964b310a58b473fea7ed01ecfe3c5976b2a18994','3dd0f58c38a499e161e3fed5712d86624132cc6e322051b36e5b9c1c3d41e03f','1d9235bde808cd56ef0c413820f481e7e35b7aeb7ae8b46cc40ea9efe4862f80');
INSERT INTO "journal" VALUES(11,'2026-11-14T07:00:50.000000+00:00','desk','facilitator','show something on the projector','{"stage":["0a6e1f6c-5a53-4a0e-9d0b-7d2f3c1e0002"]}',NULL,'{"stage":{"0a6e1f6c-5a53-4a0e-9d0b-7d2f3c1e0002":{"view":"message"}}}','{"stage":{"0a6e1f6c-5a53-4a0e-9d0b-7d2f3c1e0002":{"view":"timer"}}}','54a22062ba550706f23f8dc329d33a4e','753276fa31eb064f48dba5e62d417c6298cf35b97e497c2f489589c545720cfd','a67ab26af557e2510a90383ab4627f2a7ae59156e307f94ed55189112a8f0995','1d9235bde808cd56ef0c413820f481e7e35b7aeb7ae8b46cc40ea9efe4862f80','605aeec5c0b2c28d03a61ac456d3cba3aad06d2775f8d6233a8447eecccdc128');
CREATE TABLE journal_head (
	id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	hash TEXT NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "journal_head" VALUES(1,11,'605aeec5c0b2c28d03a61ac456d3cba3aad06d2775f8d6233a8447eecccdc128');
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
CREATE TABLE meal_ticks (
	person_id CHAR(32) NOT NULL, 
	meal_id CHAR(32) NOT NULL, 
	at VARCHAR(32) NOT NULL, 
	station TEXT NOT NULL, 
	id CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (person_id, meal_id), 
	FOREIGN KEY(person_id) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(meal_id) REFERENCES meals (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE meals (
	name TEXT NOT NULL, 
	day DATE NOT NULL, 
	starts_at TIME, 
	position INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (id)
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
CREATE TABLE pairs (
	person_id CHAR(32) NOT NULL, 
	other_id CHAR(32) NOT NULL, 
	kind TEXT NOT NULL, 
	id CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (person_id, other_id), 
	FOREIGN KEY(person_id) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(other_id) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED
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
CREATE TABLE pictures (
	place TEXT NOT NULL, 
	name TEXT NOT NULL, 
	media_type TEXT NOT NULL, 
	width INTEGER NOT NULL, 
	height INTEGER NOT NULL, 
	content TEXT NOT NULL, 
	id CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (place)
);
CREATE TABLE pitches (
	team_id CHAR(32) NOT NULL, 
	position INTEGER NOT NULL, 
	seed INTEGER, 
	id CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(team_id) REFERENCES teams (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "pitches" VALUES('00000000000000000000000000000002',1,1907,'33e26443b3144dafaf2ce9fa9009fff5',1);
INSERT INTO "pitches" VALUES('00000000000000000000000000000003',2,1907,'76ec1317035849448c01a91ac47b2827',1);
INSERT INTO "pitches" VALUES('00000000000000000000000000000001',3,1907,'a9eb0f89298e4574accfe6a8e37d2272',1);
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
INSERT INTO "programme_items" VALUES('Arrival and coffee','arrival','2026-11-14T07:00:00.000000+00:00','2026-11-14T08:00:00.000000+00:00',NULL,NULL,1,0,'','',0,'c00eeb7b69b842108817ab6acbbedabb',1);
INSERT INTO "programme_items" VALUES('Opening','talk','2026-11-14T08:00:00.000000+00:00','2026-11-14T08:30:00.000000+00:00',NULL,NULL,1,0,'','',0,'3c266c41f38e4df4a402443761e50477',1);
INSERT INTO "programme_items" VALUES('Topics are introduced','topics','2026-11-14T08:30:00.000000+00:00','2026-11-14T09:30:00.000000+00:00',NULL,NULL,1,0,'','',0,'47b488f8bb0e4560983012f35ae25d15',1);
CREATE TABLE proposals (
	name TEXT NOT NULL, 
	at VARCHAR(32) NOT NULL, 
	seats JSON NOT NULL, 
	seen JSON NOT NULL, 
	cards JSON NOT NULL, 
	way TEXT NOT NULL, 
	points INTEGER NOT NULL, 
	bound INTEGER, 
	state TEXT NOT NULL, 
	seed INTEGER NOT NULL, 
	steps INTEGER NOT NULL, 
	seconds DOUBLE NOT NULL, 
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
INSERT INTO "settings" VALUES('pitch_seconds',240,2);
INSERT INTO "settings" VALUES('questions_seconds',180,1);
INSERT INTO "settings" VALUES('changeover_seconds',60,1);
INSERT INTO "settings" VALUES('photo_consent_wording','""',1);
INSERT INTO "settings" VALUES('guardian_consent_wording','""',1);
INSERT INTO "settings" VALUES('certificate_text','""',1);
INSERT INTO "settings" VALUES('attendance_times','false',1);
INSERT INTO "settings" VALUES('merged_municipalities','{}',1);
INSERT INTO "settings" VALUES('badge_format','"a7x8"',1);
INSERT INTO "settings" VALUES('badge_back','""',1);
INSERT INTO "settings" VALUES('badge_back_text','""',1);
INSERT INTO "settings" VALUES('team_cards','{}',1);
CREATE TABLE stage (
	"view" TEXT NOT NULL, 
	message TEXT NOT NULL, 
	revealed INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "stage" VALUES('timer','Supper at 19:00',0,'0a6e1f6c5a534a0e9d0b7d2f3c1e0002',2);
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
CREATE TABLE targets (
	kind TEXT NOT NULL, 
	subject TEXT NOT NULL, 
	wanted INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (kind, subject)
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
INSERT INTO "teams" VALUES('Village bus',NULL,'','active',NULL,0,'00000000000000000000000000000001',1);
INSERT INTO "teams" VALUES('Youth room',NULL,'','active',NULL,1,'00000000000000000000000000000002',1);
INSERT INTO "teams" VALUES('Empty houses',NULL,'','active',NULL,2,'00000000000000000000000000000003',1);
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
INSERT INTO "timers" VALUES('','00000000000000000000000000000002','pitch',240,0,'2026-11-14T07:00:00.000000+00:00',0.0,'0a6e1f6c5a534a0e9d0b7d2f3c1e0001',2);
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
	most_teams INTEGER DEFAULT '1' NOT NULL, 
	seats INTEGER, 
	sought JSON DEFAULT '[]' NOT NULL, 
	pitched_at VARCHAR(32), 
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
CREATE INDEX ix_meal_ticks_person_id ON meal_ticks (person_id);
CREATE INDEX ix_meal_ticks_meal_id ON meal_ticks (meal_id);
CREATE INDEX ix_calls_person_id ON calls (person_id);
CREATE INDEX ix_blank_badges_person_id ON blank_badges (person_id);
CREATE INDEX ix_topics_merged_into_id ON topics (merged_into_id);
CREATE INDEX ix_topics_owner_id ON topics (owner_id);
CREATE INDEX ix_pairs_other_id ON pairs (other_id);
CREATE INDEX ix_pairs_person_id ON pairs (person_id);
CREATE INDEX ix_jurors_person_id ON jurors (person_id);
CREATE INDEX ix_certificates_person_id ON certificates (person_id);
CREATE INDEX ix_topic_wordings_topic_id ON topic_wordings (topic_id);
CREATE INDEX ix_teams_topic_id ON teams (topic_id);
CREATE INDEX ix_teams_merged_into_id ON teams (merged_into_id);
CREATE INDEX ix_interest_topic_id ON interest (topic_id);
CREATE INDEX ix_timers_team_id ON timers (team_id);
CREATE INDEX ix_pitches_team_id ON pitches (team_id);
CREATE INDEX ix_memberships_team_id ON memberships (team_id);
CREATE INDEX ix_memberships_person_id ON memberships (person_id);
CREATE INDEX ix_commitments_team_id ON commitments (team_id);
CREATE INDEX ix_ballots_juror_id ON ballots (juror_id);
CREATE INDEX ix_ballots_team_id ON ballots (team_id);
CREATE INDEX ix_awards_given_team_id ON awards_given (team_id);
CREATE INDEX ix_awards_given_award_id ON awards_given (award_id);
COMMIT;
