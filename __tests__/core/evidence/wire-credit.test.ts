import { wireCredit } from "@/lib/core/evidence/same-story";

const body = "The minister said on Tuesday that the bridge would open in May, two years late.";

test.each([
  ["a dateline with a dash", `WASHINGTON (Reuters) - ${body}`, "Reuters"],
  ["a dateline with a day", `PARIS, March 3 (Reuters) - ${body}`, "Reuters"],
  ["a dateline with a long dash", `SPRINGFIELD, Ill. (AP) — ${body}`, "AP"],
  ["a dateline in small letters", `Paris (AFP) – ${body}`, "AFP"],
  ["a dateline with two places", `Washington, United States (AFP) - ${body}`, "AFP"],
  ["a German dateline", `Berlin (dpa) - Die Brücke wird im Mai eröffnet.`, "dpa"],
  ["a German dateline with the state's agency", `Berlin (dpa/bb) - Die Brücke wird im Mai eröffnet.`, "dpa"],
  ["a Spanish dateline", `Madrid, 3 mar (EFE).- El puente abrirá en mayo.`, "EFE"],
  ["an Italian dateline", `(ANSA) - ROMA, 03 MAR - Il ponte aprirà a maggio.`, "ANSA"],
  ["a Chinese agency's dateline", `BEIJING, March 3 (Xinhua) -- ${body}`, "Xinhua"],
  ["a Russian agency's dateline", `MOSCOW, March 3. /TASS/. ${body}`, "TASS"],
  ["a Russian dateline", `МОСКВА, 3 марта. /ТАСС/. Мост откроется в мае.`, "TASS"],
  ["a Japanese agency's dateline", `TOKYO (Kyodo) -- ${body}`, "Kyodo"],
  ["a credit in brackets", `${body}\n(AP)`, "AP"],
  ["a credit line", `${body}\n\nPA Media`, "PA Media"],
  ["a named source", `${body}\nSource: Reuters`, "Reuters"],
  ["a byline that is the agency", `Bridge opens late\nBy The Associated Press\n${body}`, "AP"],
  ["a byline with the agency", `Bridge opens late\nBy JANE DOE, Associated Press\n${body}`, "AP"],
  ["a copyright line", `${body}\n© AFP`, "AFP"],
  ["a copyright line with a year", `${body}\n© 2026 Agence France-Presse. All rights reserved.`, "AFP"],
  ["a copyright line in words", `${body}\nCopyright 2026 The Associated Press. All rights reserved.`, "AP"],
  ["Reuters' closing line", `${body}\n(Reporting by Jane Doe in Paris; Editing by John Roe)`, "Reuters"],
  ["Reuters' principles", `${body}\nOur Standards: The Thomson Reuters Trust Principles.`, "Reuters"],
  ["two agencies, the first named", `BRUSSELS (AFP/Belga) - ${body}`, "AFP"],
  ["an agency within another's name", `${body}\nAustralian Associated Press`, "AAP"],
])("%s is a credit", (_, text, agency) => {
  expect(wireCredit(text)).toBe(agency);
});

test.each([
  ["a mention in running text", `The minister told Reuters on Tuesday that the bridge would open in May.`],
  ["a mention in brackets", `The Associated Press (AP) — founded in 1846 — reported first that the bridge is late.`],
  ["a mention in brackets further on", `It was late, the Associated Press (AP) - quoting two people - said.`],
  ["a quoted report", `“The bridge is late,” Reuters - which saw the paper - reported.`],
  ["a contribution", `${body}\nThe Associated Press contributed to this report.`],
  ["a picture", `The bridge on Tuesday. Photo: Jane Doe (Reuters)\n${body}`],
  ["a picture's rights", `The bridge on Tuesday. © Jane Doe / AFP\n${body}`],
  ["a sentence that begins with the name", `Reuters could not reach the minister.\nAP sought comment.`],
  ["reporters of another house", `Reporting by Jane Doe.`],
  ["letters that only look like one", `The app (ap) - a small program - shows the bridge.\nTT Line Company`],
  ["no text", ``],
])("%s is no credit", (_, text) => {
  expect(wireCredit(text)).toBe("");
});

test("a credit is found at the end of a very long page, and a line of a megabyte is read in passing", () => {
  expect(wireCredit(`${`${body}\n`.repeat(20_000)}© AFP`)).toBe("AFP");
  expect(wireCredit(`A${", a".repeat(400_000)} (Reuters) -`)).toBe("");
});
