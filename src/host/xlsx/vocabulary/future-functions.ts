/**
 * Functions younger than Excel 2007: the file stores them with the prefix `_xlfn.`
 * (Microsoft, "Issue: An _xlfn. prefix is displayed in front of a formula"; [MS-XLSX] 2.2.2.1, future-function-list).
 */
const names = `
  ACOT ACOTH AGGREGATE ARABIC ARRAYTOTEXT BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV BITAND
  BITLSHIFT BITOR BITRSHIFT BITXOR BYCOL BYROW CEILING.MATH CEILING.PRECISE CHISQ.DIST CHISQ.DIST.RT CHISQ.INV
  CHISQ.INV.RT CHISQ.TEST CHOOSECOLS CHOOSEROWS COMBINA CONCAT CONFIDENCE.NORM CONFIDENCE.T COT COTH COVARIANCE.P
  COVARIANCE.S CSC CSCH DAYS DECIMAL DETECTLANGUAGE DROP ECMA.CEILING ERF.PRECISE ERFC.PRECISE EXPAND EXPON.DIST
  F.DIST F.DIST.RT F.INV F.INV.RT F.TEST FIELDVALUE FILTERXML FLOOR.MATH FLOOR.PRECISE FORECAST.ETS
  FORECAST.ETS.CONFINT FORECAST.ETS.SEASONALITY FORECAST.ETS.STAT FORECAST.LINEAR FORMULATEXT GAMMA GAMMA.DIST
  GAMMA.INV GAMMALN.PRECISE GAUSS GROUPBY HSTACK HYPGEOM.DIST IFNA IFS IMAGE IMCOSH IMCOT IMCSC IMCSCH IMSEC IMSECH
  IMSINH IMTAN ISFORMULA ISOMITTED ISOWEEKNUM LAMBDA LET LOGNORM.DIST LOGNORM.INV MAKEARRAY MAP MAXIFS MINIFS
  MODE.MULT MODE.SNGL MUNIT NEGBINOM.DIST NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE PDURATION
  PERCENTILE.EXC PERCENTILE.INC PERCENTOF PERCENTRANK.EXC PERCENTRANK.INC PERMUTATIONA PHI PIVOTBY POISSON.DIST
  QUARTILE.EXC QUARTILE.INC QUERYSTRING RANDARRAY RANK.AVG RANK.EQ REDUCE REGEXEXTRACT REGEXREPLACE REGEXTEST RRI
  SCAN SEC SECH SEQUENCE SHEET SHEETS SKEW.P SORTBY STDEV.P STDEV.S STOCKHISTORY SWITCH T.DIST T.DIST.2T T.DIST.RT
  T.INV T.INV.2T T.TEST TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW TRANSLATE TRIMRANGE UNICHAR UNICODE
  UNIQUE VALUETOTEXT VAR.P VAR.S VSTACK WEBSERVICE WEIBULL.DIST WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR Z.TEST`;

const future = new Set(names.trim().split(/\s+/));
const futureOnWorksheets = new Set(["FILTER", "SORT"]);

/** Functions with a dot in their name that the file stores as they are. */
const plainWithDot = new Set([
  "ERROR.TYPE",
  "ISO.CEILING",
  "NETWORKDAYS.INTL",
  "WORKDAY.INTL",
  "REGISTER.ID",
]);

/** Name of a function as the file stores it. Custom functions of add-ins (`KAM.KEYSHARE`) get `_xldudf_KAM_KEYSHARE`. */
export function functionNameInFile(name: string): string {
  const upper = name.toUpperCase();
  if (future.has(upper)) return `_xlfn.${name}`;
  if (futureOnWorksheets.has(upper)) return `_xlfn._xlws.${name}`;
  if (upper.includes(".") && !upper.startsWith("_") && !plainWithDot.has(upper))
    return `_xldudf_${name.replace(/\./g, "_")}`;
  return name;
}

/** Name of a function as Excel shows it. The namespace of an add-in ends at the first underscore. */
export function functionNameFromFile(name: string): string {
  const custom = /^_xldudf_([^_]+)_(.+)$/i.exec(name);
  if (custom) return `${custom[1]}.${custom[2]}`;
  return name.replace(/^(?:_xlfn\.|_xlws\.|_xludf\.)+/i, "");
}
