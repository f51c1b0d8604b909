const lines = (list: string): ReadonlySet<string> =>
  new Set(
    list
      .split(/[,\n]/)
      .map((name) => name.trim())
      .filter(Boolean),
  );
const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean));

/** Name countries, regions, states and large cities as they are written. */
export const PLACES = lines(`
Afghanistan, Albania, Algeria, Andorra, Angola, Argentina, Armenia, Australia, Austria, Azerbaijan, Bahamas, Bahrain, Bangladesh, Barbados, Belarus, Belgium, Belize, Benin, Bhutan, Bolivia, Bosnia, Botswana, Brazil, Brunei, Bulgaria, Burkina Faso, Burundi, Cambodia, Cameroon, Canada, Chad, Chile, China, Colombia, Congo, Costa Rica, Croatia, Cuba, Cyprus, Czech Republic, Denmark, Djibouti, Dominican Republic, Ecuador, Egypt, El Salvador, Eritrea, Estonia, Ethiopia, Fiji, Finland, France, Gabon, Gambia, Georgia, Germany, Ghana, Greece, Grenada, Guatemala, Guinea, Guyana, Haiti, Honduras, Hungary, Iceland, India, Indonesia, Iran, Iraq, Ireland, Israel, Italy, Jamaica, Japan, Jordan, Kazakhstan, Kenya, Kosovo, Kuwait, Kyrgyzstan, Laos, Latvia, Lebanon, Liberia, Libya, Lithuania, Luxembourg, Macedonia, Madagascar, Malawi, Malaysia, Maldives, Mali, Malta, Mauritania, Mauritius, Mexico, Moldova, Monaco, Mongolia, Montenegro, Morocco, Mozambique, Myanmar, Namibia, Nepal, Netherlands, New Zealand, Nicaragua, Niger, Nigeria, North Korea, South Korea, Norway, Oman, Pakistan, Palestine, Panama, Paraguay, Peru, Philippines, Poland, Portugal, Puerto Rico, Qatar, Romania, Russia, Rwanda, Saudi Arabia, Senegal, Serbia, Sierra Leone, Singapore, Slovakia, Slovenia, Somalia, South Africa, South Sudan, Spain, Sri Lanka, Sudan, Sweden, Switzerland, Syria, Taiwan, Tajikistan, Tanzania, Thailand, Togo, Tunisia, Turkey, Turkmenistan, Uganda, Ukraine, United Arab Emirates, United Kingdom, United States, United States of America, Uruguay, Uzbekistan, Vatican, Venezuela, Vietnam, Yemen, Zambia, Zimbabwe, U.S., US, U.S.A., USA, U.K., UK, UAE, America, Britain, England, Scotland, Wales, Northern Ireland, Soviet Union, Hong Kong, Gaza, West Bank, Crimea, Kurdistan, Chechnya, Tibet, Kashmir, Catalonia
Africa, Asia, Europe, Middle East, North America, South America, Latin America, Central America, Southeast Asia, Balkans, Caribbean, Persian Gulf, Gulf, Atlantic, Pacific, Mediterranean, Baltic, Arctic, Antarctica, Eastern Europe, Western Europe
Alabama, Alaska, Arizona, Arkansas, California, Colorado, Connecticut, Delaware, Florida, Hawaii, Idaho, Illinois, Indiana, Iowa, Kansas, Kentucky, Louisiana, Maine, Maryland, Massachusetts, Michigan, Minnesota, Mississippi, Missouri, Montana, Nebraska, Nevada, New Hampshire, New Jersey, New Mexico, New York, North Carolina, North Dakota, Ohio, Oklahoma, Oregon, Pennsylvania, Rhode Island, South Carolina, South Dakota, Tennessee, Texas, Utah, Vermont, Virginia, West Virginia, Wisconsin, Wyoming, Washington, D.C., Ontario, Quebec, Alberta, British Columbia, Queensland, Victoria, New South Wales, Bavaria
London, Paris, Berlin, Rome, Madrid, Vienna, Brussels, Geneva, Zurich, Moscow, Kiev, Kyiv, Warsaw, Prague, Budapest, Athens, Istanbul, Ankara, Damascus, Aleppo, Homs, Raqqa, Tabqa, Idlib, Mosul, Baghdad, Basra, Kirkuk, Fallujah, Ramadi, Erbil, Tehran, Riyadh, Doha, Dubai, Abu Dhabi, Kabul, Kandahar, Islamabad, Karachi, Lahore, New Delhi, Delhi, Mumbai, Kolkata, Dhaka, Beijing, Shanghai, Tokyo, Seoul, Pyongyang, Taipei, Hanoi, Bangkok, Jakarta, Manila, Sydney, Melbourne, Canberra, Wellington, Cairo, Alexandria, Tripoli, Benghazi, Tunis, Algiers, Khartoum, Nairobi, Mogadishu, Addis Ababa, Lagos, Abuja, Accra, Johannesburg, Cape Town, Pretoria, Harare, Kinshasa, Jerusalem, Tel Aviv, Haifa, Beirut, Amman, Sanaa, Aden, Mexico City, Havana, Bogota, Caracas, Lima, Santiago, Buenos Aires, Brasilia, Sao Paulo, Rio de Janeiro, Toronto, Montreal, Vancouver, Ottawa, Dublin, Edinburgh, Glasgow, Belfast, Manchester, Birmingham, Liverpool, Leeds, Lisbon, Barcelona, Milan, Naples, Munich, Hamburg, Frankfurt, Cologne, Amsterdam, Rotterdam, The Hague, Copenhagen, Stockholm, Oslo, Helsinki, Riga, Vilnius, Tallinn, Minsk, Bucharest, Sofia, Belgrade, Zagreb, Sarajevo, Tbilisi, Yerevan, Baku
New York City, Los Angeles, Chicago, Houston, Phoenix, Philadelphia, San Antonio, San Diego, Dallas, Austin, San Jose, San Francisco, Columbus, Indianapolis, Charlotte, Seattle, Denver, Boston, Nashville, Detroit, Portland, Memphis, Las Vegas, Louisville, Baltimore, Milwaukee, Albuquerque, Tucson, Fresno, Sacramento, Atlanta, Miami, Tampa, Orlando, Cleveland, Cincinnati, Pittsburgh, St. Louis, Minneapolis, New Orleans, Salt Lake City, Kansas City, Omaha, Oakland, Honolulu, Anchorage, Des Moines, Flint, Ferguson, Brooklyn, Manhattan, Queens, Bronx, Staten Island, Harlem, Silicon Valley, Wall Street, Guantanamo Bay, Hiroshima, Chernobyl, Fukushima, Orlando, Charleston, Baton Rouge, Little Rock, Anbar, Nineveh, Helmand, Donbas, Bay Area, Long Island, Midwest
`);

/** Name bodies whose name does not say what they are. */
export const ORGANISATIONS = lines(`
Congress, Senate, House, White House, Pentagon, Kremlin, Parliament, Supreme Court, Capitol, Islamic State, ISIS, ISIL, al Qaeda, al-Qaeda, Al Qaeda, Taliban, Hamas, Hezbollah, Boko Haram, Reuters, Associated Press, AP, AFP, CNN, Fox News, NBC, CBS, ABC, MSNBC, BBC, New York Times, Washington Post, Wall Street Journal, Guardian, Politico, Breitbart, Huffington Post, Facebook, Twitter, Google, Apple, Amazon, Microsoft, Uber, Tesla, Boeing, Exxon, Exxon Mobil, Goldman Sachs, Walmart, Gallup, Quinnipiac, Pew, Bloomberg, NATO, European Union, United Nations, U.N., UN, EU, E.U., World Bank, IMF, WHO, FBI, CIA, NSA, IRS, EPA, FDA, CDC, DNC, RNC, GOP, Democrats, Republicans, Planned Parenthood, Black Lives Matter, Federal Reserve, Downing Street, Labour, Tories, Greenpeace, Amnesty International, Red Cross, Human Rights Watch, Homeland Security, Secret Service, Treasury, Justice Department, State Department, Interpol, Europol, Houthis, Ku Klux Klan
`);

/** Name words that show a capitalised name to be an organisation's. */
export const ORGANISATION_WORDS = words(`
  Department Ministry University College School Institute Institution Committee Commission Council Court Party Association Agency Bureau Bank
  Corporation Corp Corp. Inc Inc. Co. Company Group Foundation Fund Union League Army Navy Force Forces Guard Police Church Center Centre Board
  Authority Administration Organization Organisation Society Times Post Journal News Press Tribune Herald Network Alliance Coalition Federation
  Assembly Congress Senate Parliament Hospital Museum Trust Partners LLC Ltd Ltd. LLP Airlines Motors Energy Technologies Systems Office Service Services
  Campaign Caucus Convention Club Brigade Command Corps Cabinet Caliphate Front Movement Project Initiative Academy Laboratory Registry Observatory
`);

/** Name words behind a name that make it a place: "Anbar province". */
export const PLACE_WORDS = words(
  "province provinces county city town village river state region district island islands valley mountains peninsula border governorate street avenue road Province County City River Island Islands Valley Mountains Lake Bay Street Avenue Road Park Square Airport Bridge",
);

/** Name words before a name that make it a place: "the town of Tabqa". */
export const PLACE_LEADS = words(
  "city town village province state county region district port capital island suburb neighborhood",
);

/** Name nationalities and the like: adjectives with a capital that are no names by themselves. */
export const DEMONYMS = words(`
  American Afghan Albanian Algerian Arab Argentine Armenian Australian Austrian Bangladeshi Belgian Bosnian Brazilian British Bulgarian Cambodian Canadian Chilean Chinese
  Colombian Congolese Croatian Cuban Czech Danish Dutch Egyptian English Estonian Ethiopian European Finnish French Georgian German Ghanaian Greek Haitian
  Hungarian Indian Indonesian Iranian Iraqi Irish Islamic Israeli Italian Jamaican Japanese Jewish Jordanian Kenyan Korean Kurdish Kuwaiti Latino Lebanese Liberian
  Libyan Lithuanian Malaysian Mexican Moroccan Muslim Nigerian Norwegian Pakistani Palestinian Peruvian Philippine Polish Portuguese Qatari Romanian Russian Rwandan
  Saudi Scottish Serbian Shi'ite Shiite Slovak Somali Soviet Spanish Sudanese Sunni Swedish Swiss Syrian Taiwanese Tunisian Turkish Ugandan Ukrainian Venezuelan
  Vietnamese Welsh Yemeni Zimbabwean African Asian Hispanic Christian Catholic Protestant Republican Democratic Democrat Conservative Liberal Hispanic Western Eastern Northern Southern
`);

/** Name offices and ranks, lower case: what stands before a person's name as title, or alone as "the mayor". */
export const TITLES = words(`
  president vice-president premier chancellor minister secretary senator sen sen. representative rep rep. congressman congresswoman governor gov gov. mayor king queen prince princess
  emir sultan pope cardinal archbishop bishop rabbi imam ayatollah judge justice magistrate attorney prosecutor sheriff marshal commissioner chief general gen gen. colonel col col.
  major maj maj. captain capt capt. lieutenant lt lt. sergeant sgt sgt. commander admiral adm adm. brigadier corporal officer detective inspector superintendent agent
  doctor dr dr. professor prof prof. dean provost rev rev. reverend sir dame lord lady mr mr. mrs mrs. ms ms. miss ambassador envoy diplomat consul spokesman spokeswoman spokesperson
  chairman chairwoman chairperson chair director ceo cfo coo founder co-founder cofounder executive manager analyst economist strategist researcher scientist historian author writer journalist
  reporter editor columnist correspondent host anchor lawyer activist candidate nominee leader speaker whip lawmaker aide adviser advisor counsel pollster actor actress singer rapper coach striker
  treasurer comptroller delegate councilman councilwoman alderman ombudsman investor billionaire businessman businesswoman developer mogul magnate neurosurgeon surgeon physician nurse teacher
  critic pundit commentator blogger programmer engineer entrepreneur philanthropist widow husband wife daughter son brother sister father mother running-mate mate rival
`);

/** Name what an office may be "of": "Secretary of State". */
export const OFFICES = words(
  "State Defense Defence Treasury Commerce Energy Labor Labour Education Agriculture Transportation Health Interior Homeland Security Justice Staff Police Finance War Veterans Affairs Intelligence Representatives",
);

/** Name groups that speak or act with one voice: a nationality before them makes a body ("Iraqi government forces"). */
export const BODIES = words(
  "forces officials official military government troops coalition army police officers authorities regime administration rebels fighters soldiers militia militias diplomats lawmakers senators intelligence prosecutors investigators embassy parliament voters",
);

export const FEMALE_NAMES = words(`
  Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Nancy Lisa Margaret Betty Sandra Ashley Kimberly Emily Donna Michelle Carol Amanda Melissa Deborah Stephanie Rebecca Laura
  Sharon Cynthia Kathleen Amy Shirley Angela Helen Anna Brenda Pamela Nicole Emma Samantha Katherine Christine Debra Rachel Carolyn Janet Catherine Maria Heather Diane Ruth Julie Olivia Joyce Virginia
  Victoria Kelly Lauren Christina Joan Evelyn Judith Megan Andrea Cheryl Hannah Jacqueline Martha Gloria Teresa Ann Sara Madison Frances Kathryn Janice Jean Abigail Alice Julia Judy Sophia Grace Denise
  Amber Doris Marilyn Danielle Beverly Isabella Theresa Diana Natalie Brittany Charlotte Marie Kayla Alexis Lori Hillary Ivanka Melania Kellyanne Elena Sonia Angela Theresa Nikki Condoleezza Loretta Megyn Carly
  Huma Chelsea Michelle Debbie Donna Nancy Kamala Tulsi Claire Susan Dianne Barbara Aung Malala Angelina Oprah Jill Sally Anne Kate Katie Kathy Wendy Gina Jenny Ellen Eleanor Fiona Gwen Hope Ingrid Irene
`);

export const MALE_NAMES = words(`
  James Robert John Michael David William Richard Joseph Thomas Charles Christopher Daniel Matthew Anthony Mark Donald Steven Andrew Paul Joshua Kenneth Kevin Brian George Timothy Ronald Edward Jason Jeffrey Ryan
  Jacob Gary Nicholas Eric Jonathan Stephen Larry Justin Scott Brandon Benjamin Samuel Gregory Alexander Patrick Frank Raymond Jack Dennis Jerry Tyler Aaron Jose Adam Nathan Henry Zachary Douglas Peter Kyle Noah
  Ethan Jeremy Walter Christian Keith Roger Terry Austin Sean Gerald Carl Harold Dylan Arthur Lawrence Jordan Jesse Bryan Billy Bruce Gabriel Joe Logan Alan Juan Albert Willie Elijah Wayne Randy Vincent Mason Roy
  Ralph Bobby Russell Bradley Philip Eugene Bill Mike Tom Tim Jim Bob Rob Ron Don Dan Dave Ted Ben Barack Bernie Marco Jeb Rand Mitt Newt Rudy Rex Mitch Harry Chuck Paul Corey Reince Steve Lindsey Haider Vladimir
  Bashar Benjamin Boris Emmanuel Francois Recep Xi Kim Mohammed Mohammad Muhammad Ahmed Ali Hassan Hussein Omar Abdul Ibrahim Karim Khalid Mahmoud Mustafa Said Yusuf Igor Sergei Dmitry Ivan Alexei Viktor Hans Klaus Jens Pierre
  Jean-Claude Luigi Marco Mario Carlos Luis Jorge Miguel Pedro Diego Rafael Fernando Nigel Alistair Graham Simon Neil Ian Colin Stuart Evan Greg Jeff Matt Nick Sam Tony Ken Ed Chris Phil Pat Merrick Antonin Clarence Sheldon Tim Rick Kasich Ashton Roger
`);
