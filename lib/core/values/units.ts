/** A unit of measure: its symbol as reported, what it measures, and how many of the base unit of that measure it is. */
export interface Unit {
  readonly symbol: string;
  readonly measure: string;
  readonly factor: number;
  /** Added after multiplying, for temperatures. */
  readonly offset?: number;
}

type Row = readonly [symbol: string, factor: number, names: string, symbols?: string];

/**
 * All units by what they measure, in their base unit. Names are matched in any case with a plural; symbols by exact letters.
 * Factors: NIST Special Publication 811, appendix B; gallons, ounces and tons are those of the United States.
 */
const TABLE: Readonly<Record<string, readonly Row[]>> = {
  length: [
    ["pm", 1e-12, "picometer picometre", "pm"],
    ["nm", 1e-9, "nanometer nanometre", "nm"],
    ["µm", 1e-6, "micrometer micrometre micron", "µm μm um"],
    ["mm", 1e-3, "millimeter millimetre", "mm MM"],
    ["cm", 0.01, "centimeter centimetre", "cm CM"],
    ["dm", 0.1, "decimeter decimetre", "dm"],
    ["m", 1, "meter metre", "m"],
    ["dam", 10, "decameter decametre dekameter"],
    ["hm", 100, "hectometer hectometre", "hm"],
    ["km", 1000, "kilometer kilometre", "km KM Km kms kilometers"],
    ["in", 0.0254, "inch inches inche", "in"],
    ["ft", 0.3048, "foot feet", "ft"],
    ["yd", 0.9144, "yard", "yd yds"],
    ["mi", 1609.344, "mile", "mi"],
    ["nmi", 1852, "nautical_mile", "nmi"],
    ["fathom", 1.8288, "fathom"],
    ["furlong", 201.168, "furlong"],
    ["ly", 9.4607304725808e15, "light_year lightyear", "ly"],
    ["au", 1.495978707e11, "astronomical_unit"],
    ["pc", 3.0857e16, "parsec"],
    ["pt", 0.000352778, "typographic_point"],
  ],
  mass: [
    ["µg", 1e-9, "microgram", "µg μg mcg ug"],
    ["mg", 1e-6, "milligram milligramme", "mg"],
    ["g", 1e-3, "gram gramme", "g gr gm"],
    ["kg", 1, "kilogram kilogramme kilo", "kg KG Kg kgs"],
    ["t", 1000, "tonne", "t"],
    ["metric ton", 1000, "metric_ton metric_tonne"],
    ["kt", 1e6, "kiloton kilotonne", "kt"],
    ["Mt", 1e9, "megaton megatonne gigagram"],
    ["ton", 907.18474, "ton short_ton"],
    ["long ton", 1016.0469088, "long_ton"],
    ["oz", 0.028349523125, "ounce", "oz"],
    ["lb", 0.45359237, "pound", "lb lbs LB"],
    ["st", 6.35029318, "stone_weight"],
    ["carat", 0.0002, "carat", "ct"],
    ["gr", 6.479891e-5, "grain_weight"],
    ["troy oz", 0.0311034768, "troy_ounce"],
    ["cwt", 45.359237, "hundredweight", "cwt"],
  ],
  volume: [
    ["µl", 1e-9, "microliter microlitre", "µl μl"],
    ["ml", 1e-6, "milliliter millilitre", "ml mL"],
    ["cl", 1e-5, "centiliter centilitre", "cl cL"],
    ["dl", 1e-4, "deciliter decilitre", "dl dL"],
    ["l", 1e-3, "liter litre", "l L"],
    ["hl", 0.1, "hectoliter hectolitre", "hl hL"],
    ["m³", 1, "cubic_meter cubic_metre", "m³ m3 cbm"],
    ["cm³", 1e-6, "cubic_centimeter cubic_centimetre", "cm³ cm3 cc"],
    ["mm³", 1e-9, "cubic_millimeter cubic_millimetre", "mm³ mm3"],
    ["km³", 1e9, "cubic_kilometer cubic_kilometre", "km³ km3"],
    ["ft³", 0.028316846592, "cubic_foot cubic_feet", "ft³ ft3 cf"],
    ["in³", 1.6387064e-5, "cubic_inch", "in³ in3"],
    ["yd³", 0.764554857984, "cubic_yard", "yd³ yd3"],
    ["mi³", 4168181825.44, "cubic_mile"],
    ["gal", 0.003785411784, "gallon", "gal gals"],
    ["qt", 0.000946352946, "quart", "qt"],
    ["pt", 0.000473176473, "pint"],
    ["cup", 0.0002365882365, "cup"],
    ["fl oz", 2.95735295625e-5, "fluid_ounce", "fl_oz"],
    ["tbsp", 1.478676478125e-5, "tablespoon", "tbsp Tbsp"],
    ["tsp", 4.92892159375e-6, "teaspoon", "tsp"],
    ["bbl", 0.158987294928, "barrel", "bbl bbls"],
    ["bushel", 0.03523907016688, "bushel", "bu"],
    ["peck", 0.00880976754172, "peck_volume"],
    ["acre-foot", 1233.48183754752, "acre_foot acre_feet"],
    ["hogshead", 0.238480942392, "hogshead"],
    ["dram", 3.6966911953125e-6, "fluid_dram"],
    ["cord", 3.624556363776, "cord_of_wood"],
  ],
  area: [
    ["mm²", 1e-6, "square_millimeter square_millimetre", "mm² mm2"],
    ["cm²", 1e-4, "square_centimeter square_centimetre", "cm² cm2"],
    ["dm²", 0.01, "square_decimeter square_decimetre", "dm² dm2"],
    ["m²", 1, "square_meter square_metre", "m² m2 sqm sq_m"],
    ["km²", 1e6, "square_kilometer square_kilometre", "km² km2 sqkm sq_km"],
    ["in²", 0.00064516, "square_inch", "in² in2 sq_in"],
    ["ft²", 0.09290304, "square_foot square_feet", "ft² ft2 sqft sq_ft"],
    ["yd²", 0.83612736, "square_yard", "yd² yd2 sq_yd"],
    ["mi²", 2589988.110336, "square_mile", "mi² mi2 sq_mi"],
    ["ha", 1e4, "hectare", "ha"],
    ["acre", 4046.8564224, "acre", "ac"],
    ["a", 100, "are_area"],
  ],
  speed: [
    ["m/s", 1, "meter_per_second metre_per_second", "m/s mps"],
    [
      "km/h",
      1 / 3.6,
      "kilometer_per_hour kilometre_per_hour kilometer_an_hour kilometre_an_hour",
      "km/h kmh kph kmph km/hr kms/h",
    ],
    ["mph", 0.44704, "mile_per_hour mile_an_hour", "mph MPH mi/h"],
    ["knot", 1852 / 3600, "knot", "kt kn"],
    ["ft/s", 0.3048, "foot_per_second feet_per_second", "ft/s fps"],
    ["km/s", 1000, "kilometer_per_second kilometre_per_second", "km/s"],
    ["mi/s", 1609.344, "mile_per_second", "mi/s"],
    ["Mach", 340.3, "mach_number"],
  ],
  data: [
    ["bit", 1, "bit"],
    ["kbit", 1e3, "kilobit", "kb Kb kbit"],
    ["Mb", 1e6, "megabit", "Mb mb Mbit"],
    ["Gb", 1e9, "gigabit", "Gb gb Gbit"],
    ["Tb", 1e12, "terabit", "Tb tb Tbit"],
    ["Pb", 1e15, "petabit"],
    ["B", 8, "byte"],
    ["kB", 8e3, "kilobyte", "kB KB"],
    ["MB", 8e6, "megabyte", "MB"],
    ["GB", 8e9, "gigabyte", "GB"],
    ["TB", 8e12, "terabyte", "TB"],
    ["PB", 8e15, "petabyte", "PB"],
    ["EB", 8e18, "exabyte", "EB"],
    ["KiB", 8192, "kibibyte", "KiB"],
    ["MiB", 8388608, "mebibyte", "MiB"],
    ["GiB", 8589934592, "gibibyte", "GiB"],
  ],
  rate: [
    ["kbps", 1e3, "kilobit_per_second", "kbps kbit/s"],
    ["Mbps", 1e6, "megabit_per_second", "Mbps Mb/s Mbit/s mbps"],
    ["Gbps", 1e9, "gigabit_per_second", "Gbps Gb/s Gbit/s gbps"],
    ["MB/s", 8e6, "megabyte_per_second", "MB/s MBps"],
    ["GB/s", 8e9, "gigabyte_per_second", "GB/s GBps"],
  ],
  temperature: [
    [
      "°C",
      1,
      "degrees_celsius degree_celsius degrees_centigrade degrees_c celsius centigrade degree_centigrade degree_c",
      "°C ℃ °c °celsius",
    ],
    ["°F", 5 / 9, "degrees_fahrenheit degree_fahrenheit degrees_f fahrenheit degree_f", "°F ℉ °f °fahrenheit"],
    ["K", 1, "kelvin"],
  ],
  angle: [
    ["°", Math.PI / 180, "degree", "° deg"],
    ["rad", 1, "radian", "rad"],
    ["turn", 2 * Math.PI, "turn revolution"],
    ["arcmin", Math.PI / 10800, "arcminute arc_minute"],
    ["arcsec", Math.PI / 648000, "arcsecond arc_second"],
  ],
  energy: [
    ["J", 1, "joule", "J"],
    ["kJ", 1e3, "kilojoule", "kJ"],
    ["MJ", 1e6, "megajoule", "MJ"],
    ["cal", 4.184, "calorie"],
    ["kcal", 4184, "kilocalorie", "kcal"],
    ["Wh", 3600, "watt_hour", "Wh"],
    ["kWh", 3.6e6, "kilowatt_hour", "kWh kwh KWh"],
    ["MWh", 3.6e9, "megawatt_hour", "MWh"],
    ["GWh", 3.6e12, "gigawatt_hour", "GWh"],
    ["TWh", 3.6e15, "terawatt_hour", "TWh"],
    ["BTU", 1055.05585262, "british_thermal_unit", "BTU Btu btu"],
    ["eV", 1.602176634e-19, "electronvolt electron_volt", "eV"],
  ],
  power: [
    ["W", 1, "watt", "W"],
    ["kW", 1e3, "kilowatt", "kW KW kw"],
    ["MW", 1e6, "megawatt", "MW"],
    ["GW", 1e9, "gigawatt", "GW"],
    ["TW", 1e12, "terawatt", "TW"],
    ["mW", 1e-3, "milliwatt", "mW"],
    ["hp", 745.69987158227, "horsepower", "hp HP bhp"],
  ],
  pressure: [
    ["Pa", 1, "pascal", "Pa"],
    ["hPa", 100, "hectopascal", "hPa"],
    ["kPa", 1e3, "kilopascal", "kPa"],
    ["MPa", 1e6, "megapascal", "MPa"],
    ["bar", 1e5, "bar_pressure"],
    ["mbar", 100, "millibar", "mbar mb_pressure"],
    ["psi", 6894.757293168, "pound_per_square_inch", "psi PSI"],
    ["atm", 101325, "atmosphere_pressure", "atm"],
    ["mmHg", 133.322387415, "millimeter_of_mercury", "mmHg"],
  ],
  frequency: [
    ["Hz", 1, "hertz", "Hz hz"],
    ["kHz", 1e3, "kilohertz", "kHz khz KHz"],
    ["MHz", 1e6, "megahertz", "MHz Mhz mhz"],
    ["GHz", 1e9, "gigahertz", "GHz Ghz ghz"],
    ["rpm", 1 / 60, "revolution_per_minute", "rpm RPM"],
    ["bpm", 1 / 60, "beat_per_minute", "bpm"],
  ],
  electric: [
    ["V", 1, "volt", "V"],
    ["kV", 1e3, "kilovolt", "kV"],
    ["mV", 1e-3, "millivolt", "mV"],
  ],
  current: [
    ["A", 1, "ampere amp"],
    ["mA", 1e-3, "milliampere milliamp", "mA"],
    ["mAh", 3.6, "milliampere_hour", "mAh"],
  ],
  force: [
    ["N", 1, "newton"],
    ["kN", 1e3, "kilonewton", "kN"],
  ],
  sound: [["dB", 1, "decibel", "dB db"]],
  resolution: [
    ["Mpx", 1e6, "megapixel", "MP Mpx"],
    ["px", 1, "pixel", "px"],
    ["dpi", 1, "dot_per_inch", "dpi"],
  ],
  radiation: [
    ["Sv", 1, "sievert", "Sv"],
    ["mSv", 1e-3, "millisievert", "mSv"],
    ["Bq", 1, "becquerel", "Bq"],
    ["Gy", 1, "gray_radiation"],
  ],
  concentration: [
    ["ppm", 1, "part_per_million", "ppm"],
    ["ppb", 1e-3, "part_per_billion", "ppb"],
    ["mg/dl", 10, "milligram_per_deciliter", "mg/dL mg/dl"],
    ["mg/l", 1, "milligram_per_liter", "mg/L mg/l"],
  ],
  economy: [
    ["mpg", 1, "mile_per_gallon", "mpg"],
    ["l/100km", 1, "liter_per_100_km"],
  ],
};

/** Lengths and masses and volumes that may stand over a time: "50 centimeters/millisecond". */
const TIMES: readonly (readonly [name: string, symbol: string, seconds: number])[] = [
  ["millisecond", "ms", 1e-3],
  ["second", "s", 1],
  ["minute", "min", 60],
  ["hour", "h", 3600],
  ["day", "day", 86400],
];

function plurals(name: string): readonly string[] {
  if (name.includes("_per_") || name.includes("_an_")) {
    const cut = name.includes("_per_") ? name.indexOf("_per_") : name.indexOf("_an_");
    return [name, `${name.slice(0, cut)}s${name.slice(cut)}`];
  }
  return name.endsWith("foot")
    ? [name, name.replace(/foot$/, "feet")]
    : [name, `${name}s`, ...(name.endsWith("inch") ? [`${name}es`] : [])];
}

const OFFSETS: Readonly<Record<string, number>> = { "°C": 273.15, "°F": 459.67 * (5 / 9) };

const byName = new Map<string, Unit>();
const bySymbol = new Map<string, Unit>();
const byCanonical = new Map<string, Unit>();

for (const [measure, rows] of Object.entries(TABLE)) {
  for (const [symbol, factor, spelled, symbols] of rows) {
    const offset = OFFSETS[symbol];
    const unit: Unit = { symbol, measure, factor, ...(offset === undefined ? {} : { offset }) };
    if (!byCanonical.has(symbol)) byCanonical.set(symbol, unit);
    for (const name of spelled.split(" "))
      for (const form of plurals(name)) byName.set(form.replaceAll("_", " "), unit);
    for (const form of (symbols ?? "").split(" ")) if (form !== "") bySymbol.set(form.replaceAll("_", " "), unit);
  }
}
for (const [symbol, factor, spelled] of TABLE.length ?? []) {
  for (const [time, short, seconds] of TIMES) {
    const written = `${symbol}/${short}`;
    const unit: Unit = byCanonical.get(written) ?? { symbol: written, measure: "speed", factor: factor / seconds };
    byCanonical.set(written, unit);
    if (!bySymbol.has(written)) bySymbol.set(written, unit);
    for (const name of spelled.split(" ")) {
      for (const form of plurals(name)) {
        for (const joined of [`${form} per ${time}`, `${form}/${time}`, `${form} a ${time}`]) {
          const key = joined.replaceAll("_", " ");
          if (!byName.has(key) && !(joined.includes(" a ") && time === "day")) byName.set(key, unit);
        }
      }
    }
  }
}

/** Units by name, in lower case, singular and plural, one to four words. */
export const UNIT_NAMES: ReadonlyMap<string, Unit> = byName;
/** Units by symbol, exact letters. */
export const UNIT_SYMBOLS: ReadonlyMap<string, Unit> = bySymbol;
/** Units by the symbol that values carry. */
export const UNITS: ReadonlyMap<string, Unit> = byCanonical;
/** Every word that begins a unit's name. */
export const UNIT_FIRST_WORDS: ReadonlySet<string> = new Set(
  [...byName.keys()].map((name) => name.split(/[ /]/)[0] ?? ""),
);
