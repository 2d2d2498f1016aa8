PRAGMA application_id = 1212437323;
PRAGMA user_version = 3;
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
INSERT INTO "awards" VALUES('Main prize','Võru vald','1000 euros',1,1,'043335f5dda04e9d8a1664fc52aa7f31',1);
INSERT INTO "awards" VALUES('Library''s choice','Library','20 hours',NULL,2,'78741dfa3a7549bc9af1267c554b4e3a',1);
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
INSERT INTO "awards_given" VALUES('78741dfa3a7549bc9af1267c554b4e3a','a502012fc26f430e93c519f9b9c0d366','partner','They read.','1714eb43af794cd68d00a48466a4da64',1);
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
INSERT INTO "ballots" VALUES('a8a67e22014a4b81957180e27f626719','2fa82d8ad49246e6a914555e741f60c1','complete','','{"900f01e6-9839-4f18-98cc-7bbd2842c898": "4", "a0d85951-acb4-479b-affe-bef29cf310e2": "5"}','Strong start.','paper','a8330507fa894a4f8f6a0200aedd7a1a','2026-11-14T07:00:00.000000+00:00','facilitator','72836b77cd4f41f0abf65aff3fb4757e',2);
INSERT INTO "ballots" VALUES('a8a67e22014a4b81957180e27f626719','a502012fc26f430e93c519f9b9c0d366','complete','','{"900f01e6-9839-4f18-98cc-7bbd2842c898": "3", "a0d85951-acb4-479b-affe-bef29cf310e2": "3"}','Strong start.','paper','1a17f257527643b4ba208fabfc07d1b7','2026-11-14T07:00:00.000000+00:00','facilitator','9100c36ab0f2465a91919c9b715ae572',2);
INSERT INTO "ballots" VALUES('a8a67e22014a4b81957180e27f626719','ed9912f04dc6494e84348821a80878a7','complete','','{"900f01e6-9839-4f18-98cc-7bbd2842c898": "5", "a0d85951-acb4-479b-affe-bef29cf310e2": "4"}','Strong start.','paper','e77eb6b1206847bb8f41f0549a8e5fbc','2026-11-14T07:00:00.000000+00:00','facilitator','c8c0c5db1c40498aabb623a2f220b98e',2);
INSERT INTO "ballots" VALUES('33dec544382646ac8ef8a9f793d43892','2fa82d8ad49246e6a914555e741f60c1','complete','','{"900f01e6-9839-4f18-98cc-7bbd2842c898": "5", "a0d85951-acb4-479b-affe-bef29cf310e2": "4"}','Strong start.','paper','8506986b0ee34b8394cdd181fc342fd4','2026-11-14T07:00:00.000000+00:00','facilitator','c16eb4d9b3234b0eb71c6a9fa7c00d86',2);
INSERT INTO "ballots" VALUES('33dec544382646ac8ef8a9f793d43892','a502012fc26f430e93c519f9b9c0d366','complete','','{"900f01e6-9839-4f18-98cc-7bbd2842c898": "2", "a0d85951-acb4-479b-affe-bef29cf310e2": "3"}','Strong start.','paper','60b7cea7bed84a34be2793ab430baf29','2026-11-14T07:00:00.000000+00:00','facilitator','14e37f3eb2c648df891cf65ea7806bc3',2);
INSERT INTO "ballots" VALUES('33dec544382646ac8ef8a9f793d43892','ed9912f04dc6494e84348821a80878a7','recused','from the same village','{}','','laptop',NULL,NULL,'','3433631d874342d8ae436604760e191e',1);
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
CREATE TABLE checkpoints (
	team_id CHAR(32) NOT NULL, 
	step TEXT NOT NULL, 
	at VARCHAR(32) NOT NULL, 
	note TEXT NOT NULL, 
	id CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (team_id, step), 
	FOREIGN KEY(team_id) REFERENCES teams (id) DEFERRABLE INITIALLY DEFERRED
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
INSERT INTO "criteria" VALUES('Value','','','','1','5','1','3',1,'900f01e698394f1898cc7bbd2842c898',1);
INSERT INTO "criteria" VALUES('Newness','','','','1','5','1','2',2,'a0d85951acb4479baffebef29cf310e2',1);
CREATE TABLE criteria_changes (
	at VARCHAR(32) NOT NULL, 
	reason TEXT NOT NULL, 
	id CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE cues (
	position INTEGER NOT NULL, 
	"view" TEXT NOT NULL, 
	message TEXT NOT NULL, 
	other_messages JSON NOT NULL, 
	note TEXT NOT NULL, 
	id CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE duties (
	person_id CHAR(32), 
	name TEXT NOT NULL, 
	phone TEXT NOT NULL, 
	what TEXT NOT NULL, 
	starts_at VARCHAR(32) NOT NULL, 
	ends_at VARCHAR(32) NOT NULL, 
	id CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(person_id) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED
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
CREATE TABLE incidents (
	at VARCHAR(32) NOT NULL, 
	text TEXT NOT NULL, 
	who TEXT NOT NULL, 
	settled_at VARCHAR(32), 
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
INSERT INTO "journal" VALUES(1,'2026-11-14T07:00:00.000000+00:00','desk','facilitator','new event','{"settings":["attendance_times","badge_back","badge_back_text","badge_format","certificate_text","changeover_seconds","ends_on","funder_header","guardian_consent_wording","hall_languages","jury_method","language","merged_municipalities","name","organiser","photo_consent_wording","pitch_seconds","pitch_warnings","place","questions_seconds","starts_on","team_cards","timezone"]}',NULL,'{"settings":{"attendance_times":null,"badge_back":null,"badge_back_text":null,"badge_format":null,"certificate_text":null,"changeover_seconds":null,"ends_on":null,"funder_header":null,"guardian_consent_wording":null,"hall_languages":null,"jury_method":null,"language":null,"merged_municipalities":null,"name":null,"organiser":null,"photo_consent_wording":null,"pitch_seconds":null,"pitch_warnings":null,"place":null,"questions_seconds":null,"starts_on":null,"team_cards":null,"timezone":null}}','{"settings":{"attendance_times":{"id":"attendance_times","value":false},"badge_back":{"id":"badge_back","value":""},"badge_back_text":{"id":"badge_back_text","value":""},"badge_format":{"id":"badge_format","value":"a7x8"},"certificate_text":{"id":"certificate_text","value":""},"changeover_seconds":{"id":"changeover_seconds","value":60},"ends_on":{"id":"ends_on","value":"2026-11-15"},"funder_header":{"id":"funder_header","value":""},"guardian_consent_wording":{"id":"guardian_consent_wording","value":""},"hall_languages":{"id":"hall_languages","value":[]},"jury_method":{"id":"jury_method","value":"mean"},"language":{"id":"language","value":"en"},"merged_municipalities":{"id":"merged_municipalities","value":{}},"name":{"id":"name","value":"Vastseliina"},"organiser":{"id":"organiser","value":""},"photo_consent_wording":{"id":"photo_consent_wording","value":""},"pitch_seconds":{"id":"pitch_seconds","value":180},"pitch_warnings":{"id":"pitch_warnings","value":[60,0]},"place":{"id":"place","value":""},"questions_seconds":{"id":"questions_seconds","value":180},"starts_on":{"id":"starts_on","value":"2026-11-14"},"team_cards":{"id":"team_cards","value":{}},"timezone":{"id":"timezone","value":"Europe/Tallinn"}}}','5421278f808ba0181cc43dbef2174662','946249b1a693249a5aa9e34733ada33e108d15a708e740bffdb414a902b0927c','fcd825b7fb74a732a482b2d134d71b92c595a9e1c86cd119fdbdcd1c9c9332cd','0000000000000000000000000000000000000000000000000000000000000000','6687e13545c19417ec533549082d48ea52bf507df1bb0ff4885dabe563b6a78d');
INSERT INTO "journal" VALUES(2,'2026-11-14T07:00:00.000000+00:00','desk','facilitator','add','{"people":["f6c355ca-14f8-435f-b154-fb0603288cc1"],"teams":["2fa82d8a-d492-46e6-a914-555e741f60c1","a502012f-c26f-430e-93c5-19f9b9c0d366","ed9912f0-4dc6-494e-8434-8821a80878a7"]}',NULL,'{"people":{"f6c355ca-14f8-435f-b154-fb0603288cc1":null},"teams":{"2fa82d8a-d492-46e6-a914-555e741f60c1":null,"a502012f-c26f-430e-93c5-19f9b9c0d366":null,"ed9912f0-4dc6-494e-8434-8821a80878a7":null}}','{"people":{"f6c355ca-14f8-435f-b154-fb0603288cc1":{"access_needs":"","as_registered":{},"badge_printed_at":null,"cancelled":false,"choices":[],"code":"K7QM4","diet":"","email":"","family_name":"Kõpp","given_name":"Mall","groups":[],"id":"f6c355ca-14f8-435f-b154-fb0603288cc1","languages":[],"minor":false,"municipality":"","organisation":"","organisers_note":"","phone":"","registered_at":null,"remarks":"","roles":[],"skills":[],"ticket_secret":"","walk_in":false}},"teams":{"2fa82d8a-d492-46e6-a914-555e741f60c1":{"id":"2fa82d8a-d492-46e6-a914-555e741f60c1","merged_into_id":null,"name":"Village bus on demand","position":0,"state":"active","table_name":"","topic_id":null},"a502012f-c26f-430e-93c5-19f9b9c0d366":{"id":"a502012f-c26f-430e-93c5-19f9b9c0d366","merged_into_id":null,"name":"Youth room that lasts","position":1,"state":"active","table_name":"","topic_id":null},"ed9912f0-4dc6-494e-8434-8821a80878a7":{"id":"ed9912f0-4dc6-494e-8434-8821a80878a7","merged_into_id":null,"name":"Open school network","position":2,"state":"active","table_name":"","topic_id":null}}}','7363a46a885949ef7187109151288d0e','58c871f869769610438f51ed702c6b91d766b71c027758b16b53807ada1d4514','85c250e945e4310450c4b55719062af0f0aa09931a9dd1cf8f3ff778cba128dc','6687e13545c19417ec533549082d48ea52bf507df1bb0ff4885dabe563b6a78d','e22074e2eda7924e565d901db7d99326122a8aefd2466b2feb24b95ab962b31f');
INSERT INTO "journal" VALUES(3,'2026-11-14T07:00:00.000000+00:00','desk','facilitator','change the criteria','{"criteria":["900f01e6-9839-4f18-98cc-7bbd2842c898","a0d85951-acb4-479b-affe-bef29cf310e2"]}',NULL,'{"criteria":{"900f01e6-9839-4f18-98cc-7bbd2842c898":null,"a0d85951-acb4-479b-affe-bef29cf310e2":null}}','{"criteria":{"900f01e6-9839-4f18-98cc-7bbd2842c898":{"guidance":"","high_words":"","highest":"5","id":"900f01e6-9839-4f18-98cc-7bbd2842c898","low_words":"","lowest":"1","name":"Value","position":1,"step":"1","weight":"3"},"a0d85951-acb4-479b-affe-bef29cf310e2":{"guidance":"","high_words":"","highest":"5","id":"a0d85951-acb4-479b-affe-bef29cf310e2","low_words":"","lowest":"1","name":"Newness","position":2,"step":"1","weight":"2"}}}','4e0e2f064bde1fa6c1b9081673671aab','f7bc2f9154c65cb683aac38bd4ebc87b7a33f0ce9fdab1f7b74bf0b11739ef6c','63c0f8e9eac8da51c877c5add81e8b22b7a6ed10817a5c1710aa139a828197d4','e22074e2eda7924e565d901db7d99326122a8aefd2466b2feb24b95ab962b31f','c61fe0ab8edec665fd693ac53632e152714d7ba276b74a2af3f8ed37b0a413de');
INSERT INTO "journal" VALUES(4,'2026-11-14T07:00:00.000000+00:00','desk','facilitator','add a juror','{"jurors":["a8a67e22-014a-4b81-9571-80e27f626719"]}',NULL,'{"jurors":{"a8a67e22-014a-4b81-9571-80e27f626719":null}}','{"jurors":{"a8a67e22-014a-4b81-9571-80e27f626719":{"affiliation":"Võru vald","chair":true,"id":"a8a67e22-014a-4b81-9571-80e27f626719","name":"Mall Kõpp","person_id":null,"position":1,"state":"present"}}}','b03ea05487b9d41f7df3395d2f9101b0','f89956d3c72fcecc1f846c57ce1bbd0c28abd3bf13dbb00de0928fb3ee6ec3e4','7110512c5edc100f395dc15b1918cf14bbe3c1c75dd5618aabbd584b844481fc','c61fe0ab8edec665fd693ac53632e152714d7ba276b74a2af3f8ed37b0a413de','6639a60b177b1a82042b9fc6574204f3569a47791f53a01cd8b116678e357be0');
INSERT INTO "journal" VALUES(5,'2026-11-14T07:00:00.000000+00:00','desk','facilitator','add a juror','{"jurors":["33dec544-3826-46ac-8ef8-a9f793d43892"]}',NULL,'{"jurors":{"33dec544-3826-46ac-8ef8-a9f793d43892":null}}','{"jurors":{"33dec544-3826-46ac-8ef8-a9f793d43892":{"affiliation":"","chair":false,"id":"33dec544-3826-46ac-8ef8-a9f793d43892","name":"Jaan Tamm","person_id":null,"position":2,"state":"present"}}}','a6064a60797cba58fe519e88ebbed7f1','bdfe667e3bb15fd0155156995d67c4dfb32428661c05413531eb4ec5ec52bea1','3af7615bd989127e8feb367f82cd51460ef452e23eef6a3232b760dc5dfeb8a5','6639a60b177b1a82042b9fc6574204f3569a47791f53a01cd8b116678e357be0','3e69ad9c13ab3dccbea708fd57185e72bbbf5461e8bfc6c0af74de31a2ea14df');
INSERT INTO "journal" VALUES(6,'2026-11-14T07:00:00.000000+00:00','desk','facilitator','hand in ballot','{"ballots":["72836b77-cd4f-41f0-abf6-5aff3fb4757e"]}',NULL,'{"ballots":{"72836b77-cd4f-41f0-abf6-5aff3fb4757e":null}}','{"ballots":{"72836b77-cd4f-41f0-abf6-5aff3fb4757e":{"attempt":"a8330507-fa89-4a4f-8f6a-0200aedd7a1a","entered_by":"facilitator","handed_in_at":"2026-11-14T07:00:00+00:00","id":"72836b77-cd4f-41f0-abf6-5aff3fb4757e","juror_id":"a8a67e22-014a-4b81-9571-80e27f626719","marks":{"900f01e6-9839-4f18-98cc-7bbd2842c898":"4","a0d85951-acb4-479b-affe-bef29cf310e2":"5"},"note":"Strong start.","reason":"","state":"complete","team_id":"2fa82d8a-d492-46e6-a914-555e741f60c1","way":"paper"}}}','f44fb42b6cd5f4155bbc02488744f105','a58ecb492d5832e1d05b46d8662ad35290ae4969c6af549cd383923ef140e3d6','cde8307f58aead54252e043fa339971572c3c4d7f6e1ddf9201ca2c2aebd3525','3e69ad9c13ab3dccbea708fd57185e72bbbf5461e8bfc6c0af74de31a2ea14df','bdbe4a871056826cb77a1789f25ad3a2b6dcb83e43a87e39b3b87b1ee3e66620');
INSERT INTO "journal" VALUES(7,'2026-11-14T07:00:00.000000+00:00','desk','facilitator','hand in ballot','{"ballots":["9100c36a-b0f2-465a-9191-9c9b715ae572"]}',NULL,'{"ballots":{"9100c36a-b0f2-465a-9191-9c9b715ae572":null}}','{"ballots":{"9100c36a-b0f2-465a-9191-9c9b715ae572":{"attempt":"1a17f257-5276-43b4-ba20-8fabfc07d1b7","entered_by":"facilitator","handed_in_at":"2026-11-14T07:00:00+00:00","id":"9100c36a-b0f2-465a-9191-9c9b715ae572","juror_id":"a8a67e22-014a-4b81-9571-80e27f626719","marks":{"900f01e6-9839-4f18-98cc-7bbd2842c898":"3","a0d85951-acb4-479b-affe-bef29cf310e2":"3"},"note":"Strong start.","reason":"","state":"complete","team_id":"a502012f-c26f-430e-93c5-19f9b9c0d366","way":"paper"}}}','c531e6733a292fb906a2535eda6df985','0a44d0e36b3640039e3d1076d75717f9fe1f0290a3be8f2b711733db6957d972','e74cc6ddb5ad898fda3bd8aed6a825dd5af1fe082bb92428b8e71eba3423b805','bdbe4a871056826cb77a1789f25ad3a2b6dcb83e43a87e39b3b87b1ee3e66620','6d2a9b6345c5ff6ff6bbc6a2608b4699be3fb394fc3c567ad273af5b5c925e4a');
INSERT INTO "journal" VALUES(8,'2026-11-14T07:00:00.000000+00:00','desk','facilitator','hand in ballot','{"ballots":["c8c0c5db-1c40-498a-abb6-23a2f220b98e"]}',NULL,'{"ballots":{"c8c0c5db-1c40-498a-abb6-23a2f220b98e":null}}','{"ballots":{"c8c0c5db-1c40-498a-abb6-23a2f220b98e":{"attempt":"e77eb6b1-2068-47bb-8f41-f0549a8e5fbc","entered_by":"facilitator","handed_in_at":"2026-11-14T07:00:00+00:00","id":"c8c0c5db-1c40-498a-abb6-23a2f220b98e","juror_id":"a8a67e22-014a-4b81-9571-80e27f626719","marks":{"900f01e6-9839-4f18-98cc-7bbd2842c898":"5","a0d85951-acb4-479b-affe-bef29cf310e2":"4"},"note":"Strong start.","reason":"","state":"complete","team_id":"ed9912f0-4dc6-494e-8434-8821a80878a7","way":"paper"}}}','e097a011c7d67a24a3163b80b7a3e6f8','fcff7fa72cc31b33924f98278da0b1cae6682c23940c8403c7c96e2453345076','fdd1105f766cf1e7fbcb0622e7ca090343d3666152ee60a31bfc2bcf9dba37e5','6d2a9b6345c5ff6ff6bbc6a2608b4699be3fb394fc3c567ad273af5b5c925e4a','304c821319401c129f41145831a044580ca690cdb3d83f6eb3b310757434ec7d');
INSERT INTO "journal" VALUES(9,'2026-11-14T07:00:00.000000+00:00','desk','facilitator','hand in ballot','{"ballots":["c16eb4d9-b323-4b0e-b71c-6a9fa7c00d86"]}',NULL,'{"ballots":{"c16eb4d9-b323-4b0e-b71c-6a9fa7c00d86":null}}','{"ballots":{"c16eb4d9-b323-4b0e-b71c-6a9fa7c00d86":{"attempt":"8506986b-0ee3-4b83-94cd-d181fc342fd4","entered_by":"facilitator","handed_in_at":"2026-11-14T07:00:00+00:00","id":"c16eb4d9-b323-4b0e-b71c-6a9fa7c00d86","juror_id":"33dec544-3826-46ac-8ef8-a9f793d43892","marks":{"900f01e6-9839-4f18-98cc-7bbd2842c898":"5","a0d85951-acb4-479b-affe-bef29cf310e2":"4"},"note":"Strong start.","reason":"","state":"complete","team_id":"2fa82d8a-d492-46e6-a914-555e741f60c1","way":"paper"}}}','229952603bc778af8c2e9afa32bf8920','73a058ba63ebcc005c163234d6664c6fef84e56a0b9646f99340825990ac991e','83b4e7dcc6ce3ee274f200480f15a1aa4279150d6899f438f50a3f0883b35fba','304c821319401c129f41145831a044580ca690cdb3d83f6eb3b310757434ec7d','b9f63e22d88d70dc35f5dd23f3e8e63fd0363997aa288e3a3b8d447961cac5b8');
INSERT INTO "journal" VALUES(10,'2026-11-14T07:00:00.000000+00:00','desk','facilitator','hand in ballot','{"ballots":["14e37f3e-b2c6-48df-891c-f65ea7806bc3"]}',NULL,'{"ballots":{"14e37f3e-b2c6-48df-891c-f65ea7806bc3":null}}','{"ballots":{"14e37f3e-b2c6-48df-891c-f65ea7806bc3":{"attempt":"60b7cea7-bed8-4a34-be27-93ab430baf29","entered_by":"facilitator","handed_in_at":"2026-11-14T07:00:00+00:00","id":"14e37f3e-b2c6-48df-891c-f65ea7806bc3","juror_id":"33dec544-3826-46ac-8ef8-a9f793d43892","marks":{"900f01e6-9839-4f18-98cc-7bbd2842c898":"2","a0d85951-acb4-479b-affe-bef29cf310e2":"3"},"note":"Strong start.","reason":"","state":"complete","team_id":"a502012f-c26f-430e-93c5-19f9b9c0d366","way":"paper"}}}','0843062b148dd6dfb575c8086f7572ec','4e5b59d50795a056555924cf59f5adc90a6a8ee3e87299ff3dcaf32b9bdd1727','d369f1e494db0a5509e68e161630d21da57e93027e2794e939a97d6e4bf6e3ae','b9f63e22d88d70dc35f5dd23f3e8e63fd0363997aa288e3a3b8d447961cac5b8','623d1b6882b2e32ef286771f90f91684dbe32f9a96e6987a830649f635378205');
INSERT INTO "journal" VALUES(11,'2026-11-14T07:00:00.000000+00:00','desk','facilitator','set a ballot aside','{"ballots":["3433631d-8743-42d8-ae43-6604760e191e"]}',NULL,'{"ballots":{"3433631d-8743-42d8-ae43-6604760e191e":null}}','{"ballots":{"3433631d-8743-42d8-ae43-6604760e191e":{"attempt":null,"entered_by":"","handed_in_at":null,"id":"3433631d-8743-42d8-ae43-6604760e191e","juror_id":"33dec544-3826-46ac-8ef8-a9f793d43892","marks":{},"note":"","reason":"from the same village","state":"recused","team_id":"ed9912f0-4dc6-494e-8434-8821a80878a7","way":"laptop"}}}','2a1e16f3a9446eee6d16eed9cc9b3009','79f385c432b524e83bafab2483eec76b069079e3de7240e24b4b6c40c59ff4ef','a3e865706c5704c2ba8a5720eefeebbbe249dbe3eea37c3d20bed36833baece1','623d1b6882b2e32ef286771f90f91684dbe32f9a96e6987a830649f635378205','710544ced4113118f41fc8301205364e23eebdd4aa549915218b6e9bd43af41d');
INSERT INTO "journal" VALUES(12,'2026-11-14T07:00:00.000000+00:00','desk','facilitator','add an award','{"awards":["043335f5-dda0-4e9d-8a16-64fc52aa7f31"]}',NULL,'{"awards":{"043335f5-dda0-4e9d-8a16-64fc52aa7f31":null}}','{"awards":{"043335f5-dda0-4e9d-8a16-64fc52aa7f31":{"by_place":1,"giver":"Võru vald","id":"043335f5-dda0-4e9d-8a16-64fc52aa7f31","name":"Main prize","position":1,"what":"1000 euros"}}}','3ee182bba6d4e7bc6a696145d843468a','4a9d325b7deed392f371d90bc6dbd71e8d03b4e0034ca4b7b24d6570c2c2058f','f916849beaa5d82a1c79c36cb5c6ea563f6cfe905f90a6002b21e1b8416dff64','710544ced4113118f41fc8301205364e23eebdd4aa549915218b6e9bd43af41d','b4cd959b8907cae5bd7eb0fa093ace4804b4b56f85e22023d453c1c127e4a8fc');
INSERT INTO "journal" VALUES(13,'2026-11-14T07:00:00.000000+00:00','desk','facilitator','add an award','{"awards":["78741dfa-3a75-49bc-9af1-267c554b4e3a"]}',NULL,'{"awards":{"78741dfa-3a75-49bc-9af1-267c554b4e3a":null}}','{"awards":{"78741dfa-3a75-49bc-9af1-267c554b4e3a":{"by_place":null,"giver":"Library","id":"78741dfa-3a75-49bc-9af1-267c554b4e3a","name":"Library''s choice","position":2,"what":"20 hours"}}}','babcc6b8750969251d7e077d738a4d58','251c03230a372792bc4703b02fd6110b186de32790b1e32a3fe124e37e289aa8','9689dcd45d8c71bfc05fd67d4c031df1cb736f4baf1bb56e43a804801985e215','b4cd959b8907cae5bd7eb0fa093ace4804b4b56f85e22023d453c1c127e4a8fc','e3c38274119ea2cd2e3e11f9de74e08f1bc97766f57bcd103cbae6d78d66a289');
INSERT INTO "journal" VALUES(14,'2026-11-14T07:00:00.000000+00:00','desk','facilitator','give an award','{"awards_given":["1714eb43-af79-4cd6-8d00-a48466a4da64"]}',NULL,'{"awards_given":{"1714eb43-af79-4cd6-8d00-a48466a4da64":null}}','{"awards_given":{"1714eb43-af79-4cd6-8d00-a48466a4da64":{"award_id":"78741dfa-3a75-49bc-9af1-267c554b4e3a","decided":"partner","id":"1714eb43-af79-4cd6-8d00-a48466a4da64","reason":"They read.","team_id":"a502012f-c26f-430e-93c5-19f9b9c0d366"}}}','38e534cc8b935b6fb192eae63015c930','a80e04e436fd9c03086f1049bdb32fc212a7088b6d20a4e7cd828a1ccafe060e','68c04bec654edff88ea65c3a24b73baa345f37473a93b692bb0665ba2af07e3c','e3c38274119ea2cd2e3e11f9de74e08f1bc97766f57bcd103cbae6d78d66a289','21260412c023754403f4986326bb05e77e45dc6a5ead15d657180b1210f340e1');
INSERT INTO "journal" VALUES(15,'2026-11-14T07:00:00.000000+00:00','desk','facilitator','sign and close the results','{"revisions":["4232be2b-afca-46a6-8b21-78ca8afde0d9"]}',NULL,'{"revisions":{"4232be2b-afca-46a6-8b21-78ca8afde0d9":null}}','{"revisions":{"4232be2b-afca-46a6-8b21-78ca8afde0d9":{"changes":[],"content":{"awards":[{"by_place":1,"giver":"Võru vald","id":"043335f5-dda0-4e9d-8a16-64fc52aa7f31","name":"Main prize","position":1,"what":"1000 euros"},{"by_place":null,"giver":"Library","id":"78741dfa-3a75-49bc-9af1-267c554b4e3a","name":"Library''s choice","position":2,"what":"20 hours"}],"ballots":[{"juror_id":"33dec544-3826-46ac-8ef8-a9f793d43892","marks":{"900f01e6-9839-4f18-98cc-7bbd2842c898":"5","a0d85951-acb4-479b-affe-bef29cf310e2":"4"},"reason":"","state":"complete","team_id":"2fa82d8a-d492-46e6-a914-555e741f60c1"},{"juror_id":"a8a67e22-014a-4b81-9571-80e27f626719","marks":{"900f01e6-9839-4f18-98cc-7bbd2842c898":"4","a0d85951-acb4-479b-affe-bef29cf310e2":"5"},"reason":"","state":"complete","team_id":"2fa82d8a-d492-46e6-a914-555e741f60c1"},{"juror_id":"33dec544-3826-46ac-8ef8-a9f793d43892","marks":{"900f01e6-9839-4f18-98cc-7bbd2842c898":"2","a0d85951-acb4-479b-affe-bef29cf310e2":"3"},"reason":"","state":"complete","team_id":"a502012f-c26f-430e-93c5-19f9b9c0d366"},{"juror_id":"a8a67e22-014a-4b81-9571-80e27f626719","marks":{"900f01e6-9839-4f18-98cc-7bbd2842c898":"3","a0d85951-acb4-479b-affe-bef29cf310e2":"3"},"reason":"","state":"complete","team_id":"a502012f-c26f-430e-93c5-19f9b9c0d366"},{"juror_id":"33dec544-3826-46ac-8ef8-a9f793d43892","marks":{},"reason":"from the same village","state":"recused","team_id":"ed9912f0-4dc6-494e-8434-8821a80878a7"},{"juror_id":"a8a67e22-014a-4b81-9571-80e27f626719","marks":{"900f01e6-9839-4f18-98cc-7bbd2842c898":"5","a0d85951-acb4-479b-affe-bef29cf310e2":"4"},"reason":"","state":"complete","team_id":"ed9912f0-4dc6-494e-8434-8821a80878a7"}],"criteria":[{"guidance":"","high_words":"","highest":"5","id":"900f01e6-9839-4f18-98cc-7bbd2842c898","low_words":"","lowest":"1","name":"Value","position":1,"step":"1","weight":"3"},{"guidance":"","high_words":"","highest":"5","id":"a0d85951-acb4-479b-affe-bef29cf310e2","low_words":"","lowest":"1","name":"Newness","position":2,"step":"1","weight":"2"}],"criteria_changes":[],"given":[{"award":"043335f5-dda0-4e9d-8a16-64fc52aa7f31","decided":"place","reason":"","team_id":"ed9912f0-4dc6-494e-8434-8821a80878a7","team_name":"Open school network"},{"award":"78741dfa-3a75-49bc-9af1-267c554b4e3a","decided":"partner","reason":"They read.","team_id":"a502012f-c26f-430e-93c5-19f9b9c0d366","team_name":"Youth room that lasts"}],"jurors":[{"affiliation":"Võru vald","chair":true,"id":"a8a67e22-014a-4b81-9571-80e27f626719","name":"Mall Kõpp","person_id":null,"position":1,"state":"present"},{"affiliation":"","chair":false,"id":"33dec544-3826-46ac-8ef8-a9f793d43892","name":"Jaan Tamm","person_id":null,"position":2,"state":"present"}],"method":"mean","missing":[{"juror":"Jaan Tamm","juror_id":"33dec544-3826-46ac-8ef8-a9f793d43892","reason":"from the same village","state":"recused","team":"Open school network","team_id":"ed9912f0-4dc6-494e-8434-8821a80878a7"}],"places":[{"ballots":1,"place":1,"score":"90","shared":false,"team":"Open school network","team_id":"ed9912f0-4dc6-494e-8434-8821a80878a7","until":1},{"ballots":2,"place":2,"score":"175/2","shared":false,"team":"Village bus on demand","team_id":"2fa82d8a-d492-46e6-a914-555e741f60c1","until":2},{"ballots":2,"place":3,"score":"85/2","shared":false,"team":"Youth room that lasts","team_id":"a502012f-c26f-430e-93c5-19f9b9c0d366","until":3}],"teams":[{"id":"2fa82d8a-d492-46e6-a914-555e741f60c1","name":"Village bus on demand","state":"active","turn":null},{"id":"a502012f-c26f-430e-93c5-19f9b9c0d366","name":"Youth room that lasts","state":"active","turn":null},{"id":"ed9912f0-4dc6-494e-8434-8821a80878a7","name":"Open school network","state":"active","turn":null}],"ties":[],"votes":[],"without_place":[]},"hash":"403fa6c6cf790bccceeb2c392cc7432cb2bbbe2cdb06752a6fe4a658f3821f78","id":"4232be2b-afca-46a6-8b21-78ca8afde0d9","number":1,"reason":"","reopened_because":"","sealed_at":"2026-11-14T07:00:00+00:00"}}}','ea6a832eb7ae44b3f01645315a47198f','2d46d250e574ca03a5f91d1e6d2266d45b9ab796831243b46a0c60b80ab0570a','870b93bb4c441109554c4472aa90ff1b748def82bfa7000b1d248e9e9b181496','21260412c023754403f4986326bb05e77e45dc6a5ead15d657180b1210f340e1','510e00f653b492fa9e95a2e474625a30adcc530c6825c5f0600ef0366f4936c4');
INSERT INTO "journal" VALUES(16,'2026-11-14T07:00:00.000000+00:00','desk','facilitator','open the results again','{"revisions":["4232be2b-afca-46a6-8b21-78ca8afde0d9"]}',NULL,'{"revisions":{"4232be2b-afca-46a6-8b21-78ca8afde0d9":{"reopened_because":""}}}','{"revisions":{"4232be2b-afca-46a6-8b21-78ca8afde0d9":{"reopened_because":"a slip"}}}','9819522428e49f320ec9b60315f5be3f','0b22e8b9cd8ace5526cc394c4a60a3846492a86d190f861cd06ec7a1f244d228','5649564894491baa53c984db0587f2db590e996d7436f977ad4ab95d75371ea1','510e00f653b492fa9e95a2e474625a30adcc530c6825c5f0600ef0366f4936c4','cbc9c43b0c56551548d53d64df879c3c69ac64925a642f661781dc57dfc10193');
CREATE TABLE journal_head (
	id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	hash TEXT NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "journal_head" VALUES(1,16,'cbc9c43b0c56551548d53d64df879c3c69ac64925a642f661781dc57dfc10193');
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
INSERT INTO "jurors" VALUES('Mall Kõpp','Võru vald',NULL,1,'present',1,'a8a67e22014a4b81957180e27f626719',1);
INSERT INTO "jurors" VALUES('Jaan Tamm','',NULL,0,'present',2,'33dec544382646ac8ef8a9f793d43892',1);
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
CREATE TABLE mentor_rounds (
	name TEXT NOT NULL, 
	item_id CHAR(32), 
	starts_at VARCHAR(32) NOT NULL, 
	ends_at VARCHAR(32) NOT NULL, 
	slot_minutes INTEGER NOT NULL, 
	walk_minutes INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(item_id) REFERENCES programme_items (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE mentor_themes (
	team_id CHAR(32) NOT NULL, 
	theme TEXT NOT NULL, 
	id CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (team_id, theme), 
	FOREIGN KEY(team_id) REFERENCES teams (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE mentor_visits (
	round_id CHAR(32) NOT NULL, 
	mentor_id CHAR(32) NOT NULL, 
	team_id CHAR(32) NOT NULL, 
	starts_at VARCHAR(32) NOT NULL, 
	pinned BOOLEAN NOT NULL, 
	visited_at VARCHAR(32), 
	note TEXT NOT NULL, 
	id CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(round_id) REFERENCES mentor_rounds (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(mentor_id) REFERENCES mentors (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(team_id) REFERENCES teams (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE mentors (
	person_id CHAR(32), 
	name TEXT NOT NULL, 
	themes JSON NOT NULL, 
	times JSON NOT NULL, 
	place TEXT NOT NULL, 
	id CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (id), 
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
INSERT INTO "people" VALUES('K7QM4','Mall','Kõpp','','','','','[]','[]','[]','[]','[]','','','','',0,0,0,'','{}',NULL,NULL,'f6c355ca14f8435fb154fb0603288cc1',1);
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
CREATE TABLE pitch_wishes (
	team_id CHAR(32) NOT NULL, 
	kind TEXT NOT NULL, 
	within INTEGER NOT NULL, 
	reason TEXT NOT NULL, 
	id CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(team_id) REFERENCES teams (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE pitches (
	round_id CHAR(32), 
	team_id CHAR(32), 
	topic_id CHAR(32), 
	position INTEGER NOT NULL, 
	seed INTEGER, 
	id CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(round_id) REFERENCES rounds (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(team_id) REFERENCES teams (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(topic_id) REFERENCES topics (id) DEFERRABLE INITIALLY DEFERRED
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
	other_titles JSON DEFAULT '{}' NOT NULL, 
	id CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (id)
);
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
INSERT INTO "revisions" VALUES(1,'2026-11-14T07:00:00.000000+00:00','','[]','{"method": "mean", "criteria": [{"id": "900f01e6-9839-4f18-98cc-7bbd2842c898", "name": "Value", "guidance": "", "low_words": "", "high_words": "", "lowest": "1", "highest": "5", "step": "1", "weight": "3", "position": 1}, {"id": "a0d85951-acb4-479b-affe-bef29cf310e2", "name": "Newness", "guidance": "", "low_words": "", "high_words": "", "lowest": "1", "highest": "5", "step": "1", "weight": "2", "position": 2}], "jurors": [{"id": "a8a67e22-014a-4b81-9571-80e27f626719", "name": "Mall K\u00f5pp", "affiliation": "V\u00f5ru vald", "person_id": null, "chair": true, "state": "present", "position": 1}, {"id": "33dec544-3826-46ac-8ef8-a9f793d43892", "name": "Jaan Tamm", "affiliation": "", "person_id": null, "chair": false, "state": "present", "position": 2}], "teams": [{"id": "2fa82d8a-d492-46e6-a914-555e741f60c1", "name": "Village bus on demand", "state": "active", "turn": null}, {"id": "a502012f-c26f-430e-93c5-19f9b9c0d366", "name": "Youth room that lasts", "state": "active", "turn": null}, {"id": "ed9912f0-4dc6-494e-8434-8821a80878a7", "name": "Open school network", "state": "active", "turn": null}], "ballots": [{"juror_id": "33dec544-3826-46ac-8ef8-a9f793d43892", "team_id": "2fa82d8a-d492-46e6-a914-555e741f60c1", "state": "complete", "marks": {"900f01e6-9839-4f18-98cc-7bbd2842c898": "5", "a0d85951-acb4-479b-affe-bef29cf310e2": "4"}, "reason": ""}, {"juror_id": "a8a67e22-014a-4b81-9571-80e27f626719", "team_id": "2fa82d8a-d492-46e6-a914-555e741f60c1", "state": "complete", "marks": {"900f01e6-9839-4f18-98cc-7bbd2842c898": "4", "a0d85951-acb4-479b-affe-bef29cf310e2": "5"}, "reason": ""}, {"juror_id": "33dec544-3826-46ac-8ef8-a9f793d43892", "team_id": "a502012f-c26f-430e-93c5-19f9b9c0d366", "state": "complete", "marks": {"900f01e6-9839-4f18-98cc-7bbd2842c898": "2", "a0d85951-acb4-479b-affe-bef29cf310e2": "3"}, "reason": ""}, {"juror_id": "a8a67e22-014a-4b81-9571-80e27f626719", "team_id": "a502012f-c26f-430e-93c5-19f9b9c0d366", "state": "complete", "marks": {"900f01e6-9839-4f18-98cc-7bbd2842c898": "3", "a0d85951-acb4-479b-affe-bef29cf310e2": "3"}, "reason": ""}, {"juror_id": "33dec544-3826-46ac-8ef8-a9f793d43892", "team_id": "ed9912f0-4dc6-494e-8434-8821a80878a7", "state": "recused", "marks": {}, "reason": "from the same village"}, {"juror_id": "a8a67e22-014a-4b81-9571-80e27f626719", "team_id": "ed9912f0-4dc6-494e-8434-8821a80878a7", "state": "complete", "marks": {"900f01e6-9839-4f18-98cc-7bbd2842c898": "5", "a0d85951-acb4-479b-affe-bef29cf310e2": "4"}, "reason": ""}], "votes": [], "places": [{"place": 1, "team_id": "ed9912f0-4dc6-494e-8434-8821a80878a7", "team": "Open school network", "score": "90", "ballots": 1, "shared": false, "until": 1}, {"place": 2, "team_id": "2fa82d8a-d492-46e6-a914-555e741f60c1", "team": "Village bus on demand", "score": "175/2", "ballots": 2, "shared": false, "until": 2}, {"place": 3, "team_id": "a502012f-c26f-430e-93c5-19f9b9c0d366", "team": "Youth room that lasts", "score": "85/2", "ballots": 2, "shared": false, "until": 3}], "ties": [], "missing": [{"juror_id": "33dec544-3826-46ac-8ef8-a9f793d43892", "juror": "Jaan Tamm", "team_id": "ed9912f0-4dc6-494e-8434-8821a80878a7", "team": "Open school network", "state": "recused", "reason": "from the same village"}], "without_place": [], "awards": [{"id": "043335f5-dda0-4e9d-8a16-64fc52aa7f31", "name": "Main prize", "giver": "V\u00f5ru vald", "what": "1000 euros", "by_place": 1, "position": 1}, {"id": "78741dfa-3a75-49bc-9af1-267c554b4e3a", "name": "Library''s choice", "giver": "Library", "what": "20 hours", "by_place": null, "position": 2}], "given": [{"award": "043335f5-dda0-4e9d-8a16-64fc52aa7f31", "team_id": "ed9912f0-4dc6-494e-8434-8821a80878a7", "team_name": "Open school network", "decided": "place", "reason": ""}, {"award": "78741dfa-3a75-49bc-9af1-267c554b4e3a", "team_id": "a502012f-c26f-430e-93c5-19f9b9c0d366", "team_name": "Youth room that lasts", "decided": "partner", "reason": "They read."}], "criteria_changes": []}','403fa6c6cf790bccceeb2c392cc7432cb2bbbe2cdb06752a6fe4a658f3821f78','a slip','4232be2bafca46a68b2178ca8afde0d9',2);
CREATE TABLE rounds (
	name TEXT NOT NULL, 
	subject TEXT NOT NULL, 
	pitch_seconds INTEGER NOT NULL, 
	questions_seconds INTEGER NOT NULL, 
	changeover_seconds INTEGER NOT NULL, 
	warnings JSON NOT NULL, 
	position INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (id)
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
INSERT INTO "settings" VALUES('pitch_warnings','[60, 0]',1);
INSERT INTO "settings" VALUES('hall_languages','[]',1);
INSERT INTO "settings" VALUES('photo_consent_wording','""',1);
INSERT INTO "settings" VALUES('guardian_consent_wording','""',1);
INSERT INTO "settings" VALUES('certificate_text','""',1);
INSERT INTO "settings" VALUES('attendance_times','false',1);
INSERT INTO "settings" VALUES('merged_municipalities','{}',1);
INSERT INTO "settings" VALUES('badge_format','"a7x8"',1);
INSERT INTO "settings" VALUES('badge_back','""',1);
INSERT INTO "settings" VALUES('badge_back_text','""',1);
INSERT INTO "settings" VALUES('team_cards','{}',1);
INSERT INTO "settings" VALUES('jury_method','"mean"',1);
CREATE TABLE stage (
	"view" TEXT NOT NULL, 
	message TEXT NOT NULL, 
	revealed INTEGER NOT NULL, 
	other_messages JSON DEFAULT '{}' NOT NULL, 
	reveal_way TEXT DEFAULT 'places' NOT NULL, 
	cue_id CHAR(32), 
	id CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(cue_id) REFERENCES cues (id) DEFERRABLE INITIALLY DEFERRED
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
INSERT INTO "teams" VALUES('Village bus on demand',NULL,'','active',NULL,0,'2fa82d8ad49246e6a914555e741f60c1',1);
INSERT INTO "teams" VALUES('Youth room that lasts',NULL,'','active',NULL,1,'a502012fc26f430e93c519f9b9c0d366',1);
INSERT INTO "teams" VALUES('Open school network',NULL,'','active',NULL,2,'ed9912f04dc6494e84348821a80878a7',1);
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
	round_id CHAR(32), 
	topic_id CHAR(32), 
	until VARCHAR(32), 
	boot TEXT DEFAULT '' NOT NULL, 
	boot_seconds DOUBLE, 
	id CHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(team_id) REFERENCES teams (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(round_id) REFERENCES rounds (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(topic_id) REFERENCES topics (id) DEFERRABLE INITIALLY DEFERRED
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
CREATE INDEX ix_meal_ticks_meal_id ON meal_ticks (meal_id);
CREATE INDEX ix_meal_ticks_person_id ON meal_ticks (person_id);
CREATE INDEX ix_calls_person_id ON calls (person_id);
CREATE INDEX ix_blank_badges_person_id ON blank_badges (person_id);
CREATE INDEX ix_stage_cue_id ON stage (cue_id);
CREATE INDEX ix_mentors_person_id ON mentors (person_id);
CREATE INDEX ix_mentor_rounds_item_id ON mentor_rounds (item_id);
CREATE INDEX ix_duties_person_id ON duties (person_id);
CREATE INDEX ix_topics_owner_id ON topics (owner_id);
CREATE INDEX ix_topics_merged_into_id ON topics (merged_into_id);
CREATE INDEX ix_pairs_person_id ON pairs (person_id);
CREATE INDEX ix_pairs_other_id ON pairs (other_id);
CREATE INDEX ix_jurors_person_id ON jurors (person_id);
CREATE INDEX ix_certificates_person_id ON certificates (person_id);
CREATE INDEX ix_topic_wordings_topic_id ON topic_wordings (topic_id);
CREATE INDEX ix_teams_topic_id ON teams (topic_id);
CREATE INDEX ix_teams_merged_into_id ON teams (merged_into_id);
CREATE INDEX ix_interest_topic_id ON interest (topic_id);
CREATE INDEX ix_pitches_team_id ON pitches (team_id);
CREATE INDEX ix_pitches_topic_id ON pitches (topic_id);
CREATE INDEX ix_pitches_round_id ON pitches (round_id);
CREATE INDEX ix_pitch_wishes_team_id ON pitch_wishes (team_id);
CREATE INDEX ix_timers_team_id ON timers (team_id);
CREATE INDEX ix_timers_topic_id ON timers (topic_id);
CREATE INDEX ix_timers_round_id ON timers (round_id);
CREATE INDEX ix_mentor_themes_team_id ON mentor_themes (team_id);
CREATE INDEX ix_mentor_visits_mentor_id ON mentor_visits (mentor_id);
CREATE INDEX ix_mentor_visits_team_id ON mentor_visits (team_id);
CREATE INDEX ix_mentor_visits_round_id ON mentor_visits (round_id);
CREATE INDEX ix_checkpoints_team_id ON checkpoints (team_id);
CREATE INDEX ix_memberships_person_id ON memberships (person_id);
CREATE INDEX ix_memberships_team_id ON memberships (team_id);
CREATE INDEX ix_commitments_team_id ON commitments (team_id);
CREATE INDEX ix_ballots_juror_id ON ballots (juror_id);
CREATE INDEX ix_ballots_team_id ON ballots (team_id);
CREATE INDEX ix_awards_given_team_id ON awards_given (team_id);
CREATE INDEX ix_awards_given_award_id ON awards_given (award_id);
COMMIT;
