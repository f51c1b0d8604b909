const lines = (list: string): ReadonlySet<string> =>
  new Set(
    list
      .split(/[,\n]/)
      .map((name) => name.trim())
      .filter(Boolean),
  );
const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean));

/** Name countries and what is spoken of as one. */
export const COUNTRIES = lines(`
Afghanistan, Albania, Algeria, Andorra, Angola, Argentina, Armenia, Australia, Austria, Azerbaijan, Bahamas, Bahrain,
Bangladesh, Barbados, Belarus, Belgium, Belize, Benin, Bhutan, Bolivia, Bosnia, Botswana, Brazil, Brunei, Bulgaria,
Burkina Faso, Burundi, Cambodia, Cameroon, Canada, Chad, Chile, China, Colombia, Congo, Costa Rica, Croatia, Cuba,
Cyprus, Czech Republic, Denmark, Djibouti, Dominican Republic, Ecuador, Egypt, El Salvador, Eritrea, Estonia, Ethiopia,
Fiji, Finland, France, Gabon, Gambia, Germany, Ghana, Greece, Grenada, Guatemala, Guinea, Guyana, Haiti, Honduras,
Hungary, Iceland, India, Indonesia, Iran, Iraq, Ireland, Israel, Italy, Jamaica, Japan, Jordan, Kazakhstan, Kenya,
Kosovo, Kuwait, Kyrgyzstan, Laos, Latvia, Lebanon, Liberia, Libya, Lithuania, Luxembourg, Macedonia, Madagascar,
Malawi, Malaysia, Maldives, Mali, Malta, Mauritania, Mauritius, Mexico, Moldova, Monaco, Mongolia, Montenegro, Morocco,
Mozambique, Myanmar, Namibia, Nepal, Netherlands, New Zealand, Nicaragua, Niger, Nigeria, North Korea, South Korea,
Norway, Oman, Pakistan, Palestine, Panama, Paraguay, Peru, Philippines, Poland, Portugal, Puerto Rico, Qatar, Romania,
Russia, Rwanda, Saudi Arabia, Senegal, Serbia, Sierra Leone, Singapore, Slovakia, Slovenia, Somalia, South Africa,
South Sudan, Spain, Sri Lanka, Sudan, Sweden, Switzerland, Syria, Taiwan, Tajikistan, Tanzania, Thailand, Togo,
Tunisia, Turkey, Turkmenistan, Uganda, Ukraine, United Arab Emirates, United Kingdom, United States,
United States of America, Uruguay, Uzbekistan, Vatican, Venezuela, Vietnam, Yemen, Zambia, Zimbabwe, U.S., US, U.S.A.,
USA, U.K., UK, UAE, America, Britain, England, Scotland, Wales, Northern Ireland, Soviet Union, Hong Kong, Gaza,
West Bank, Crimea, Kurdistan, Chechnya, Tibet, Kashmir, Catalonia, Antigua, Bermuda, Bosnia and Herzegovina, Burma,
Cape Verde, Central African Republic, Comoros, Czechia, Czechoslovakia, Democratic Republic of Congo, East Germany,
East Timor, Equatorial Guinea, Eswatini, Great Britain, Greenland, Guam, Guinea-Bissau, Ivory Coast, Lesotho,
Liechtenstein, Marshall Islands, Mauritius, Micronesia, North Macedonia, Palau, Papua New Guinea, Samoa, San Marino,
Seychelles, Solomon Islands, Suriname, Swaziland, Tonga, Trinidad and Tobago, Vanuatu, Vatican City, West Germany,
Yugoslavia, Zaire, Gaza Strip, Golan Heights, Abkhazia, South Ossetia, Dagestan, Siberia, Falkland Islands, Gibraltar,
Macau
`);

/** Name regions of the world, seas, rivers and mountains. */
const REGIONS = lines(`
Africa, Asia, Europe, Middle East, North America, South America, Latin America, Central America, Southeast Asia,
Balkans, Caribbean, Persian Gulf, Gulf, Atlantic, Pacific, Mediterranean, Baltic, Arctic, Antarctica, Eastern Europe,
Western Europe, Oceania, Scandinavia, Balkans, Caucasus, Sahel, Sahara, Maghreb, Levant, Horn of Africa, West Africa,
East Africa, North Africa, Southern Africa, Central Asia, South Asia, East Asia, South China Sea, East China Sea,
Black Sea, Red Sea, North Sea, Caspian Sea, Baltic Sea, Mediterranean Sea, Gulf of Mexico, Gulf Coast, East Coast,
West Coast, Great Lakes, Rocky Mountains, Appalachia, Rust Belt, Bible Belt, Sun Belt, Deep South, New England,
Pacific Northwest, Great Plains, Himalayas, Alps, Andes, Amazon Basin, Sub-Saharan Africa, Indian Ocean, Pacific Ocean,
Atlantic Ocean, Arctic Ocean, Suez Canal, Panama Canal, Strait of Hormuz, English Channel, Euphrates, Tigris, Nile,
Danube, Rhine, Thames, Ganges, Mekong, Yangtze, Mississippi River, Hudson River, Colorado River, Rio Grande
`);

/** Name the states and provinces that a city is told apart by ("Austin, Texas"), with the short forms that newspapers write. */
export const STATES = lines(`
Alabama, Alaska, Arizona, Arkansas, California, Colorado, Connecticut, Delaware, Florida, Hawaii, Idaho, Illinois,
Indiana, Iowa, Kansas, Kentucky, Louisiana, Maine, Maryland, Massachusetts, Michigan, Minnesota, Mississippi, Missouri,
Montana, Nebraska, Nevada, New Hampshire, New Jersey, New Mexico, New York, North Carolina, North Dakota, Ohio,
Oklahoma, Oregon, Pennsylvania, Rhode Island, South Carolina, South Dakota, Tennessee, Texas, Utah, Vermont, Virginia,
West Virginia, Wisconsin, Wyoming, Washington, Ontario, Quebec, Alberta, British Columbia, Queensland, 
New South Wales, Bavaria, D.C., District of Columbia,
 N.H., N.J., N.M., N.Y., N.C., N.D.,
 R.I., S.C., S.D., W.Va., DC, Manitoba, Saskatchewan,
Nova Scotia, New Brunswick, Newfoundland, Yukon, Tasmania, Western Australia, South Australia, Northern Territory,
Punjab, Kerala, Gujarat, Uttar Pradesh, Maharashtra, Bihar, Tamil Nadu, Saxony, Hesse, Brandenburg, Thuringia, Tuscany,
Sicily, Sardinia, Lombardy, Andalusia, Normandy, Provence, Flanders, Wallonia, Xinjiang, Sichuan, Guangdong,
Hubei, Okinawa, Hokkaido, Chiapas, Sinaloa, Chihuahua, Darfur, Sinai, Kashmir, Luhansk, Donetsk, Transylvania,
Yorkshire, Cornwall, Essex, Sussex, Surrey, Devon, Lancashire, Ulster, Georgia
`);

/** Name the states as newspapers shorten them behind a city, without the stop. */
export const SHORT_STATES = words(
  "Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Vt Va Wash Wis Wyo",
);

/** Name capitals, large cities and their quarters. */
const CITIES = lines(`
London, Paris, Berlin, Rome, Madrid, Vienna, Brussels, Geneva, Zurich, Moscow, Kiev, Kyiv, Warsaw, Prague, Budapest,
Athens, Istanbul, Ankara, Damascus, Aleppo, Homs, Raqqa, Tabqa, Idlib, Mosul, Baghdad, Basra, Kirkuk, Fallujah, Ramadi,
Erbil, Tehran, Riyadh, Doha, Dubai, Abu Dhabi, Kabul, Kandahar, Islamabad, Karachi, Lahore, New Delhi, Delhi, Mumbai,
Kolkata, Dhaka, Beijing, Shanghai, Tokyo, Seoul, Pyongyang, Taipei, Hanoi, Bangkok, Jakarta, Manila, Sydney, Melbourne,
Canberra, Wellington, Cairo, Alexandria, Tripoli, Benghazi, Tunis, Algiers, Khartoum, Nairobi, Mogadishu, Addis Ababa,
Lagos, Abuja, Accra, Johannesburg, Cape Town, Pretoria, Harare, Kinshasa, Jerusalem, Tel Aviv, Haifa, Beirut, Amman,
Sanaa, Aden, Mexico City, Havana, Bogota, Caracas, Lima, Santiago, Buenos Aires, Brasilia, Sao Paulo, Rio de Janeiro,
Toronto, Montreal, Vancouver, Ottawa, Dublin, Edinburgh, Glasgow, Belfast, Manchester, Birmingham, Liverpool, Leeds,
Lisbon, Barcelona, Milan, Naples, Munich, Hamburg, Frankfurt, Cologne, Amsterdam, Rotterdam, The Hague, Copenhagen,
Stockholm, Oslo, Helsinki, Riga, Vilnius, Tallinn, Minsk, Bucharest, Sofia, Belgrade, Zagreb, Sarajevo, Tbilisi,
Yerevan, Baku, Ashgabat, Astana, Almaty, Bishkek, Dushanbe, Tashkent, Samarkand, Kathmandu, Thimphu, Colombo, 
Yangon, Rangoon, Naypyidaw, Mandalay, Phnom Penh, Vientiane, Ho Chi Minh City, Saigon, Kuala Lumpur, Surabaya, Bandung,
Cebu, Davao, Osaka, Kyoto, Nagoya, Yokohama, Sapporo, Nagasaki, Busan, Incheon, Shenzhen, Guangzhou, Wuhan, Chengdu,
Chongqing, Tianjin, Nanjing, Hangzhou, Harbin, Lhasa, Urumqi, Ulan Bator, Ulaanbaatar, Vladivostok, Novosibirsk,
St. Petersburg, Yekaterinburg, Kazan, Sochi, Rostov, Grozny, Volgograd, Odessa, Odesa, Kharkiv, Lviv, Mariupol,
Kherson, Sevastopol, Chisinau, Bratislava, Ljubljana, Skopje, Tirana, Pristina, Podgorica, Krakow, Gdansk, Lodz, Brno,
Graz, Salzburg, Bern, Basel, Lausanne, Lucerne, Lyon, Marseille, Toulouse, Bordeaux, Lille, Strasbourg,
Nantes, Calais, Antwerp, Ghent, Bruges, Luxembourg City, Utrecht, Eindhoven, Stuttgart, Dusseldorf, Dortmund, 
Leipzig, Dresden, Bremen, Hanover, Nuremberg, Bonn, Turin, Florence, Venice, Bologna, Genoa, Palermo, Verona, Seville,
Valencia, Bilbao, Malaga, Granada, Zaragoza, Porto, Thessaloniki, Nicosia, Valletta, Reykjavik, Gothenburg, Malmo,
Bergen, Tampere, Aarhus, Galway, Cardiff, Swansea, Sheffield, Newcastle, Nottingham, Leicester,
Coventry, Bradford, Oxford, Cambridge, Brighton, Southampton, Portsmouth, Plymouth, Aberdeen, Dundee, Inverness,
Izmir, Adana, Gaziantep, Diyarbakir, Kobani, Deir al-Zor, Deir Ezzor, Daraa, Latakia, Palmyra, Tikrit, Najaf, Karbala,
Samarra, Sinjar, Irbil, Isfahan, Shiraz, Mashhad, Tabriz, Herat, Jalalabad, Kunduz, Mazar-i-Sharif, Peshawar, Quetta,
Rawalpindi, Mecca, Medina, Jeddah, Manama, Kuwait City, Muscat, Hodeidah, Taiz, Ramallah, Hebron, Bethlehem, Nablus,
Nazareth, Rafah, Khan Younis, Gaza City, Casablanca, Rabat, Marrakesh, Oran, Sirte, Misrata, Giza, Luxor,
Port Said, Suez, Omdurman, Juba, Asmara, Kampala, Kigali, Bujumbura, Dar es Salaam, Dodoma, Mombasa, Zanzibar, Lusaka,
Lilongwe, Maputo, Luanda, Windhoek, Gaborone, Durban, Soweto, Bloemfontein, Bulawayo, Antananarivo, Dakar, Bamako,
Ouagadougou, Niamey, Conakry, Freetown, Monrovia, Abidjan, Yamoussoukro, Lome, Cotonou, Kano, Kaduna, Maiduguri,
Port Harcourt, Ibadan, Yaounde, Douala, Libreville, Brazzaville, Goma, Bangui, Timbuktu, Agadez, Guadalajara,
Monterrey, Tijuana, Ciudad Juarez, Acapulco, Cancun, Oaxaca, Veracruz, Puebla, Guatemala City, Tegucigalpa,
San Managua, Panama City, Port-au-Prince, Santo Domingo, San Juan, Nassau, Bridgetown,
Port of Spain, Medellin, Cartagena, Maracaibo, Quito, Guayaquil, Cusco, La Paz, Asuncion, Montevideo,
Cordoba, Valparaiso, Recife, Fortaleza, Curitiba, Manaus, Belo Horizonte, Porto Alegre,
Calgary, Edmonton, Winnipeg, Quebec City, Halifax, Brisbane, Perth, Adelaide, Hobart, Gold Coast, Auckland,
Christchurch, Port Moresby, Suva, Bangalore, Bengaluru, Chennai, Hyderabad, Ahmedabad, Pune, Jaipur, Lucknow, Srinagar,
Varanasi, Chittagong, Davos, Cannes, Dunkirk, Verdun, Auschwitz, Srebrenica, Nagorno-Karabakh, Pearl Harbor
New York City, Los Angeles, Chicago, Houston, Phoenix, Philadelphia, San Antonio, San Diego, Dallas, Austin, San Jose,
San Francisco, Columbus, Indianapolis, Charlotte, Seattle, Denver, Boston, Nashville, Detroit, Portland, Memphis,
Las Vegas, Louisville, Baltimore, Milwaukee, Albuquerque, Tucson, Fresno, Sacramento, Atlanta, Miami, Tampa, Orlando,
Cleveland, Cincinnati, Pittsburgh, St. Louis, Minneapolis, New Orleans, Salt Lake City, Kansas City, Omaha, Oakland,
Honolulu, Anchorage, Des Moines, Brooklyn, Manhattan, Queens, Bronx, Staten Island, Harlem, Silicon Valley,
Wall Street, Guantanamo Bay, Hiroshima, Chernobyl, Fukushima, Charleston, Baton Rouge, Little Rock, Anbar, Nineveh,
Helmand, Donbas, Bay Area, Long Island, Midwest, Fort Worth, Arlington, El Paso, Corpus Christi, Laredo, Lubbock,
Galveston, Waco, Jacksonville, Fort Lauderdale, Tallahassee, Gainesville, Pensacola, Key West, Palm Beach,
West Palm Beach, Sarasota, Savannah, Macon, Montgomery, Huntsville, Selma, Biloxi,
Shreveport, Tulsa, Oklahoma City, Wichita, Topeka, Sioux Falls, Fargo, Bismarck,
Billings, Missoula, Boise, Spokane, Tacoma, Olympia, Eugene, Reno, Carson City, Scottsdale, Tempe,
Flagstaff, Santa Fe, Colorado Springs, Boulder, Aurora, Cheyenne, Provo, Long Beach, Anaheim, Santa Ana, Riverside,
Bakersfield, Stockton, Modesto, Santa Barbara, Santa Monica, Hollywood, Beverly Hills, Pasadena, Malibu,
San Bernardino, Palo Alto, Mountain View, Cupertino, Berkeley, Compton, Juneau, Fairbanks, St. Paul, Duluth, Green Bay,
Kenosha, Ann Arbor, Grand Rapids, Lansing, Dearborn, Toledo, Akron, Dayton, Youngstown, Fort Wayne,
South Bend, Evansville, Springfield, Peoria, Cedar Rapids, Iowa City, Davenport, Sioux City, Lexington,
Frankfort, Knoxville, Chattanooga, Raleigh, Durham, Greensboro, Winston-Salem, Fayetteville, Asheville,
Charlottesville, Richmond, Norfolk, Virginia Beach, Roanoke, Annapolis, Wilmington, Newark, Trenton,
Jersey City, Atlantic City, Princeton, Scranton, Allentown, Harrisburg, Bethlehem, Erie, Rochester,
Syracuse, Albany, Yonkers, New Haven, Hartford, Bridgeport, Worcester, Cambridge, Cape Cod,
Manchester, Nashua, Burlington, Montpelier, Portland, Bangor, Capitol Hill, Times Square,
Ground Zero, Camp David, Fort Hood, Mar-a-Lago, Los Alamos, Oak Ridge, Hampton Roads, Central Park, Twin Cities,
Central Valley, Napa Valley, Yosemite, Yellowstone, Grand Canyon, Everglades
`);

/** Name countries, regions, states and large cities as they are written. */
export const PLACES: ReadonlySet<string> = new Set([...COUNTRIES, ...REGIONS, ...STATES, ...CITIES]);

/** Name bodies whose name does not say what they are. */
export const ORGANISATIONS = lines(`
Congress, Senate, House, White House, House of Representatives, House of Commons, House of Lords, Pentagon, Kremlin,
Parliament, Supreme Court, Capitol, Islamic State, ISIS, ISIL, al Qaeda, al-Qaeda, Al Qaeda, Taliban, Hamas, Hezbollah,
Boko Haram, Reuters, Associated Press, AP, AFP, CNN, Fox News, NBC, CBS, ABC, MSNBC, BBC, New York Times,
Washington Post, Wall Street Journal, Guardian, Politico, Breitbart, Huffington Post, Facebook, Twitter, Google, Apple,
Amazon, Microsoft, Uber, Tesla, Boeing, Exxon, Exxon Mobil, Goldman Sachs, Walmart, Gallup, Quinnipiac, Pew, Bloomberg,
NATO, European Union, United Nations, U.N., UN, EU, E.U., World Bank, IMF, Securities and Exchange Commission, Standard & Poor, Food and Drug Administration, Centers for Disease Control and Prevention, Bureau of Alcohol Tobacco and Firearms, Immigration and Customs Enforcement, Health and Human Services, Housing and Urban Development, Islamic State of Iraq and Syria, Islamic State of Iraq and the Levant, WHO, FBI, CIA, NSA, IRS, EPA, FDA, CDC, DNC,
RNC, GOP, Democrats, Republicans, Planned Parenthood, Black Lives Matter, Federal Reserve, Downing Street, Labour,
Tories, Greenpeace, Amnesty International, Red Cross, Human Rights Watch, Homeland Security, Secret Service, Treasury,
Justice Department, State Department, Interpol, Europol, Houthis, Ku Klux Klan, European Commission,
European Parliament, European Central Bank, International Monetary Fund, World Health Organization, Security Council,
General Assembly, International Criminal Court, Arab League, African Union, OPEC, ASEAN, UNESCO, UNICEF, UNHCR, WTO,
IAEA, OECD, G7, G8, G20, Bundestag, Bundesbank, Knesset, Duma, Politburo, Sinn Fein, Scotland Yard, Bank of England,
Buckingham Palace, Elysee, Mossad, MI5, MI6, KGB, FSB, Gazprom, Rosneft, Aramco, Petrobras, Sony, Samsung, Toyota,
Honda, Nissan, Hyundai, Volkswagen, BMW, Siemens, Airbus, Nestle, Shell, BP, Chevron, ConocoPhillips, General Motors,
General Electric, Ford, Chrysler, IBM, Intel, Oracle, Cisco, Netflix, YouTube, Instagram, Snapchat, WhatsApp, TikTok,
LinkedIn, Airbnb, Alphabet, Meta, SpaceX, NASA, JPMorgan, JPMorgan Chase, Morgan Stanley, Citigroup, Wells Fargo,
Barclays, HSBC, UBS, Credit Suisse, Deutsche Bank, BlackRock, Pfizer, Moderna, AstraZeneca, Merck, Novartis, Roche,
Monsanto, Bayer, Lockheed Martin, Raytheon, Northrop Grumman, Halliburton, Starbucks, McDonald, Coca-Cola, Pepsi, Nike,
Adidas, Disney, Comcast, Verizon, Sprint, Vodafone, PayPal, Visa, Mastercard, Xinhua, Tass, Al Jazeera, NPR, PBS,
C-SPAN, Univision, Telemundo, Newsweek, Financial Times, Economist, Forbes, Fortune, Vox, BuzzFeed, Daily Mail,
Telegraph, USA Today, Los Angeles Times, Chicago Tribune, Boston Globe, Daily Beast, Drudge Report,
National Public Radio, Politifact, PolitiFact, FactCheck.org, Snopes, Rasmussen, Nielsen, YouGov, Ipsos, ACLU, NAACP,
NRA, AFL-CIO, AARP, AIPAC, Oxfam, Wikileaks, WikiLeaks, DHS, DOJ, DOD, HHS, HUD, GSA, OMB, FCC, FEC, FTC, SEC, NIH,
FEMA, DEA, ATF, TSA, OSHA, NLRB, USDA, NOAA, FAA, NTSB, EEOC, Medicare, Medicaid, Social Security, Obamacare,
Tea Party, al Shabaab, al-Shabaab, Al Shabaab, Daesh, PKK, PLO, Fatah, Muslim Brotherhood, Nazis, Communist Party,
Democratic Party, Republican Party, Labour Party, Liberal Democrats, Fine Gael, Likud, Trump Organization, Super PAC,
NBA, NFL, NHL, MLB, FIFA, UEFA, NCAA, Olympics, Harvard, Yale, Stanford, Princeton University, MIT, UCLA, West Point,
Wall Street
`);

/** Name words that show a capitalised name to be an organisation's. */
export const ORGANISATION_WORDS = words(`
  Department Ministry University College School Institute Institution Committee Commission Council Court Party Association Agency Bureau Bank
  Corporation Corp Corp. Inc Inc. Co. Company Group Foundation Fund Union League Army Navy Force Forces Guard Police Church Center Centre Centers Institutes Board
  Authority Administration Organization Organisation Society Times Post Journal News Press Tribune Herald Network Alliance Coalition Federation
  Assembly Congress Senate Parliament Hospital Museum Trust Partners LLC Ltd Ltd. LLP Airlines Motors Energy Technologies Systems Office Service Services
  Campaign Caucus Convention Club Brigade Command Corps Cabinet Caliphate Front Movement Project Initiative Academy Laboratory Registry Observatory
  Industries Holdings Pharmaceuticals Laboratories Associates Communications Motor Steel Oil Gas Petroleum Electric Airways Railways Railroad Mail Gazette Chronicle Globe
  Magazine Review Weekly Daily Radio Television Channel Studios Pictures Records Entertainment Media Digital Software Solutions Consulting Capital Ventures Investments Financial
  Insurance Securities Exchange Chamber Conference Congregation Synod Diocese Tribunal Directorate Secretariat Commissariat Embassy Consulate Parliament Legislature Politburo
  Consortium Cooperative Collective Confederation Brotherhood Sisterhood Jihad Brigades Militia Battalion Regiment Division Squadron Fleet Marines Seminary Clinic Library Archives
  Watch Action Voices Headquarters Theatre Theater Orchestra Choir PAC Bureau Firm Team Squad Task Unit Branch Program Programme Fellows Forum Panel Delegation Mission Consumer Workers Teachers Students Veterans Nations
  Democrats Republicans Conservatives Liberals
`);

/** Name words behind a name that make it a place: "Anbar province". */
export const PLACE_WORDS = words(
  "province provinces prefecture governorate county city town village river state region district island islands valley mountains peninsula border governorate street avenue road Province County City River Island Islands Valley Mountains Lake Bay Street Avenue Road Park Square Airport Bridge Valley Beach Hill Hills Heights Tower Towers Plaza Stadium Arena Harbor Harbour Ocean Sea Strait Canal Desert Forest Mountain Peninsula Gulf Coast Township Village Town District Region Region Highway Boulevard Prison Base Camp",
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
  Vietnamese Welsh Yemeni Emirati Omani Bahraini Kazakh Uzbek Tajik Turkmen Kyrgyz Mongolian Nepalese Nepali Burmese Thai Filipino Singaporean Laotian Icelandic Latvian Maltese Cypriot Macedonian Montenegrin Slovenian Moldovan Belarusian Azerbaijani Azeri Chechen Catalan Basque Flemish Ivorian Senegalese Malian Cameroonian Angolan Zambian Namibian Eritrean Ecuadorian Bolivian Paraguayan Uruguayan Panamanian Nicaraguan Honduran Salvadoran Guatemalan Dominican Rican Texan Californian Asian-American Anglo Latin Hindu Sikh Buddhist Mormon Orthodox Evangelical Nazi Communist Socialist Marxist Shia Alawite Druze Yazidi Uighur Rohingya Hutu Tutsi Bosniak Caucasian Nordic Scandinavian Balkan Baltic Mediterranean Mexican-American African-American Afro-American Zimbabwean African Asian Hispanic Christian Catholic Protestant Republican Democratic Democrat Conservative Liberal Hispanic Western Eastern Northern Southern
`);

/** Name words whose capitals make a law, a war, a prize or the like of what stands before them: a name, and nobody's. */
export const THING_WORDS = words(
  "Act Amendment Bill Law Laws Code Constitution Treaty Accord Accords Agreement Pact Protocol Convention Resolution Declaration Deal Plan Order Rule Award Awards Prize Medal Cup Games Series League War Wars Revolution Uprising Crisis Recession Depression Holocaust Genocide Massacre Olympics Festival Day Night Week Eve Year Month Summit Debate Debates Rally Show Hour Report Files Papers Story Times Virus Fever Disease Syndrome Poll Polls Survey Index Dow Nasdaq Test Speech Address Doctrine Theory Effect Movement Matter Matters Card Care Security Defense Strategy Guide Handbook Playbook Standards Framework System Tax Wage Hike Crisis Room Office Bible Koran Quran",
);

/** Name adjectives that belong to an office: "former", "deputy". */
export const OFFICE_ADJECTIVES = words(
  "former vice deputy senior chief acting assistant interim executive national foreign presidential vice-presidential federal medical legal financial political economic military general congressional gubernatorial republican democratic conservative liberal top lead late then junior managing associate royal prime fellow presumptive longtime veteran campaign press security intelligence news policy finance communications minority majority founding outgoing incoming running",
);

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
  administrator frontrunner front-runner incumbent president-elect secretary-general ex-president co-chair co-chairman co-author co-host organizer comedian trooper firefighter pastor deacon priest duke
  duchess baron filmmaker musician novelist publisher broadcaster moderator statistician epidemiologist virologist biologist physicist psychologist sociologist archaeologist geologist
`);

/** Name what an office may be "of": "Secretary of State". */
export const OFFICES = words(
  "State Defense Defence Treasury Commerce Energy Labor Labour Education Agriculture Transportation Health Interior Homeland Security Justice Staff Police Finance War Veterans Affairs Intelligence Representatives",
);

/** Name groups that speak or act with one voice: a nationality before them makes a body ("Iraqi government forces"). */
export const BODIES = words(
  "forces officials official military government troops coalition army police officers authorities regime administration rebels fighters soldiers militia militias diplomats lawmakers senators intelligence prosecutors investigators embassy parliament voters",
);
