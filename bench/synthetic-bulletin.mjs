// Events that are made up, for the measures of speed and memory: the same ones on every run.

/** A repeatable sequence of numbers from 0 to 1 (Park & Miller 1988). */
let state = 42;
const random = () => {
  state = (state * 48271) % 2147483647;
  return state / 2147483647;
};

/** An event with four magnitudes, anywhere on Earth. */
export function syntheticEvent(i) {
  const mb = 3.5 + random() * 2.5;
  return {
    id: `event-${i}`,
    region: 'SYNTHETIC REGION',
    label: 'earthquake',
    origins: [
      {
        id: `origin-${i}`,
        agency: 'IDC',
        time: 1e9 + i * 137,
        lat: random() * 160 - 80,
        lon: random() * 360 - 180,
        depth: { km: random() * 80, errorKm: 4 + random() * 10, kind: 'free' },
        ellipse: {
          semiMajorKm: 8 + random() * 20,
          semiMinorKm: 5 + random() * 5,
          azimuthDeg: random() * 180,
          confidence: 0.9,
        },
        stations: 20,
      },
    ],
    magnitudes: [
      { type: 'mb', value: Number(mb.toFixed(1)), agency: 'IDC', stations: 12, origin: `origin-${i}` },
      {
        type: 'MS',
        value: Number((mb - 0.4 + random()).toFixed(1)),
        agency: 'IDC',
        stations: 8,
        origin: `origin-${i}`,
      },
      { type: 'mb1', value: Number(mb.toFixed(1)), agency: 'IDC', stations: 14, origin: `origin-${i}` },
      { type: 'ML', value: Number((mb - 0.2).toFixed(1)), agency: 'IDC', stations: 3, origin: `origin-${i}` },
    ],
  };
}

/** What fills most of a bulletin with phases: twelve picks with their arrivals. */
export const PICKS =
  `<pick publicID="smi:x/p"><time><value>2010-01-01T00:00:00Z</value></time><waveformID stationCode="ABC" networkCode="XX" channelCode="BHZ"/><onset>emergent</onset><phaseHint>P</phaseHint><evaluationMode>manual</evaluationMode></pick>
<arrival publicID="smi:x/a"><pickID>smi:x/p</pickID><phase>P</phase><azimuth>12.3</azimuth><distance>45.6</distance><timeResidual>0.1</timeResidual></arrival>
`.repeat(12);
