/** How well a figure is known: read in its source, reproduced from numbers in sources, or from memory. */
export type Standing = 'found' | 'verified' | 'recalled';

/** A site where underground tests took place. */
export interface TestSite {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly lat: number;
  readonly lon: number;
  /** Holds 95 % of its tests. */
  readonly radiusKm: number;
  /** Codes of states, ISO 3166-1 alpha-3. */
  readonly host: string;
  readonly testedBy: readonly string[];
  /** Ids of magnitude-yield relations, the first weighs most. */
  readonly relations: readonly string[];
  readonly ground: string;
  readonly source: string;
  readonly note?: string;
}

/** mb = a + b log10 Y, Y in kt. */
export interface YieldRelation {
  readonly id: string;
  readonly name: string;
  readonly a: number;
  readonly b: number;
  readonly where: string;
  readonly standing: Standing;
  readonly source: string;
}

/** A part of the Earth whose upper mantle weakens or passes short periods in its own way. */
export interface Province {
  readonly id: string;
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
  readonly radiusKm: number;
  readonly relations: readonly string[];
  readonly standing: Standing;
  readonly source: string;
}

export interface RelationTable {
  readonly relations: readonly YieldRelation[];
  readonly provinces: readonly Province[];
  /** Relations where neither a site nor a province is. */
  readonly elsewhere: readonly string[];
  /** Further relations to show below 1 kt. */
  readonly belowOneKt: readonly string[];
  /** Weights of a list's first, second, … relation. */
  readonly weights: readonly number[];
  readonly scatter: { readonly sigmaLogYield: number; readonly sigmaLogYieldOtherMagnitude: number };
}

/** Another way of firing the same yield. */
export interface WayOfFiring {
  readonly id: string;
  readonly name: string;
  readonly standing: Standing;
  readonly source: string;
  /** Largest shot of the kind that is known, kt. */
  readonly largestTriedKt?: number;
  /** Whether a tester would use it to hide a test. */
  readonly hides?: boolean;
  /** Relations that have it in them already. */
  readonly notFor?: readonly string[];
}

export interface CouplingTable {
  /** The factor divides the amplitude. */
  readonly decoupling: readonly (WayOfFiring & { readonly factor: number })[];
  /** Changes in units of mb against full coupling in hard rock. */
  readonly media: readonly (WayOfFiring & { readonly magnitudeChange: number })[];
  readonly depth: readonly (WayOfFiring & { readonly magnitudeChange: number })[];
}

export interface DetectionThreshold {
  readonly id: string;
  readonly sites: readonly string[];
  readonly network: string;
  readonly criterion: string;
  readonly mb: number;
  readonly standing: Standing;
  readonly source: string;
}

export interface ThresholdTable {
  readonly thresholds: readonly DetectionThreshold[];
  readonly statements: readonly { readonly text: string; readonly source: string }[];
  readonly silentOn: readonly { readonly what: string; readonly why: string }[];
}

export interface MagnitudePreference {
  readonly prefer: readonly string[];
  readonly refuse: readonly { readonly agency: string; readonly why: string }[];
}

/** Mean of Ms - mb as a line in mb, with its scatter. */
export interface DifferenceLine {
  readonly mean: number;
  readonly slope: number;
  readonly sigma: number;
}

export interface ScreeningParameters {
  readonly association: {
    readonly floorKm90: number;
    /** Errors where a bulletin gives none, by magnitude, greatest first. */
    readonly assumed: readonly { readonly leastMagnitude: number; readonly km90: number }[];
  };
  readonly score: {
    readonly line: number;
    readonly sigmaMb: number;
    readonly sigmaMs: number;
    readonly slopeInError: number;
    readonly deviations: number;
    readonly leastMb: number;
    readonly leastMsStations: number;
    readonly assumedMbStations: number;
    readonly assumedMsStations: number;
    readonly modelError: number;
  };
  readonly difference: {
    readonly explosion: DifferenceLine;
    readonly earthquake: DifferenceLine;
    readonly pivotMb: number;
    readonly leastMb: number;
    readonly mostMb: number;
    readonly contaminatedExplosions: number;
    readonly oddEarthquakes: number;
    readonly span: number;
  };
  readonly depth: { readonly limitKm: number; readonly deviations: number; readonly leastErrorKm: number };
  readonly place: {
    readonly siteTestsPerYear: number;
    readonly magnitudeSpan: number;
    readonly most: number;
    readonly least: number;
  };
  readonly offshore: { readonly clearKm: number; readonly weight: number };
  readonly rejection: { readonly leastSum: number };
  readonly follower: { readonly hours: number; readonly km: number; readonly smallerBy: number };
  readonly magnitudes: { readonly mb: MagnitudePreference; readonly Ms: MagnitudePreference };
}

/** Earthquakes in cells: row from 90 S, column from 180 W, count, three numbers a cell. */
export interface SeismicityTable {
  readonly cellDeg: number;
  readonly years: number;
  readonly leastMagnitude: number;
  readonly cells: readonly number[];
}

/** Rings of longitude, latitude, longitude, latitude, … in degrees. */
export interface LandTable {
  readonly rings: readonly (readonly number[])[];
}

/** All data that screening rests on, as the box holds it. */
export interface SeismicTables {
  readonly sites: readonly TestSite[];
  readonly relations: RelationTable;
  readonly coupling: CouplingTable;
  readonly thresholds: ThresholdTable;
  readonly screening: ScreeningParameters;
  readonly seismicity: SeismicityTable;
  readonly land: LandTable;
}
