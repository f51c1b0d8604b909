/** A wire story, written for these tests. */
export const WIRE = `ARDEN BAY (Reuters) - The port of Arden Bay will stay closed until at least Friday after a container ship lost power and drifted into the main breakwater, tearing a gap of about 40 metres, the harbour authority said on Wednesday.

The Halden Star, which was carrying 2,300 containers, hit the wall shortly after 3 a.m. in winds of up to 95 kilometres an hour. None of its 21 crew was hurt. Four containers went overboard, one of them with paint that the authority classed as hazardous.

"We have divers in the water and two tugs holding her off the rocks, but we cannot open the channel before we know what lies on the bottom of it," harbour master Lena Brook told reporters.

Eleven vessels were waiting outside the bay by noon. The closure costs shippers about $4 million a day, according to the chamber of commerce, which counts Arden Bay as the region's third-busiest port.

The ship's operator, Norrland Lines, said the vessel had passed an inspection in January and that it was working with investigators. It did not say what had caused the loss of power.

The breakwater was built in 1911 and repaired after a storm in 1987. A survey last year called its northern end "in fair condition", the authority said.

A fishing cooperative said its 60 boats had been told to stay in port, in the middle of the herring season. "Every day is a tenth of our year," its chairman, Olaf Venn, said.

(Reporting by Mara Lind in Arden Bay; Editing by Tom Hale)`;

/** The same copy in another medium: its own headline, small edits, one paragraph left out, the site's words around it. */
export const EDITED = `Port of Arden Bay closed after ship hits breakwater

Subscribe to our morning letter

The port of Arden Bay will remain closed until at least Friday after a container ship lost power and drifted into the main breakwater, ripping a gap of about 40 metres in it, the harbour authority said Wednesday.

The Halden Star, which was carrying 2,300 containers, hit the wall shortly after 3 a.m. in winds of up to 95 km/h. None of its 21 crew was hurt. Four containers went overboard, one of them with paint that the authority classed as hazardous.

"We have divers in the water and two tugs holding her off the rocks, but we cannot open the channel before we know what lies on the bottom of it," harbour master Lena Brook said.

Eleven vessels were waiting outside the bay by midday. The closure costs shippers some $4 million a day, according to the chamber of commerce, which counts Arden Bay as the region's third-busiest port.

The ship's operator, Norrland Lines, said the vessel had passed an inspection in January and that it was working with investigators. It did not say what caused the loss of power.

The breakwater was built in 1911 and repaired after a storm in 1987.

Read more: Herring season opens late. Share this article with your friends. All rights reserved.`;

/** The wire story cut down to a brief. */
export const BRIEF = `The port of Arden Bay will stay closed until at least Friday after a container ship lost power and drifted into the main breakwater, tearing a gap of about 40 metres, the harbour authority said on Wednesday. None of its 21 crew was hurt. Four containers went overboard.`;

/** Another reporter's story about the same event, from the same press conference. */
export const OWN = `Sofie Marr was walking her dog on the northern mole when the lights of the Halden Star came straight at her. "I ran," she said. "Behind me it sounded as if somebody was breaking a plate the size of a house."

What broke was the outer wall that has sheltered Arden Bay's harbour for more than a century. The container ship, its engines dead, struck it before dawn on Wednesday and opened a hole wide enough for a tennis court.

By afternoon the harbour master, Lena Brook, faced a room full of cameras. "We have divers in the water and two tugs holding her off the rocks," she said, and asked people to keep away from the mole. Nobody aboard was injured; four boxes are missing, and one holds paint.

Fishermen were angry. They lose the best week of the herring run, and nobody had rung them, said Olaf Venn, who speaks for sixty skippers. The chamber of commerce put the price of each idle day at four million dollars.

Norrland Lines, which runs the ship, would not say why its power failed. Its last inspection was in January.

Engineers had looked at the wall only a year ago. Their survey, which this newspaper has read, found the northern end "in fair condition" but asked for new stone within five years. No money was set aside for it.`;

/** A third account, from the shippers' side. */
export const TRADE = `Norrland Lines has diverted three services to Kelmouth while the Halden Star is held at Arden Bay, the carrier told customers in a notice seen by this magazine. The 2,300-box vessel suffered a blackout early on Wednesday and made contact with a fixed structure, in the words of the notice.

Analysts expect berths at Kelmouth to fill by the weekend. Rates for the short-sea corridor had already climbed 12 percent since the new year, and a long closure would push them further, said Ida Quist of the brokerage Quist and Dahl. Insurers would look first at the maintenance record of the auxiliary generators, she added.

The harbour authority hopes to reopen on Friday. Terminal operators doubt it: divers still have to find four containers in the fairway, and the weather service forecasts another gale for Thursday night. Eleven ships lay at anchor at noon.`;
