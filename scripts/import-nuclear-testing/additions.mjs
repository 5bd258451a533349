// Rows that the gathered files lack or leave unverified, read on the pages named.

/** Days of bilateral treaties that the data gives as unverified or by month only. */
export const TREATY_DAYS = [
  {
    treaty: 'inf',
    day: '1987-12-08',
    source: 'https://wiki.studentb.eu/view_html.php?lang=en&q=Intermediate-Range_Nuclear_Forces_Treaty',
  },
  {
    treaty: 'inf',
    day: '1988-06-01',
    source: 'https://wiki.studentb.eu/view_html.php?lang=en&q=Intermediate-Range_Nuclear_Forces_Treaty',
  },
  {
    treaty: 'inf',
    day: '2019-08-02',
    source: 'https://wiki.studentb.eu/view_html.php?lang=en&q=Intermediate-Range_Nuclear_Forces_Treaty',
  },
  { treaty: 'start1', day: '1991-07-31', source: 'https://www.armscontrol.org/node/2493' },
  { treaty: 'start1', day: '1994-12-05', source: 'https://www.armscontrol.org/node/2493' },
  {
    treaty: 'start1',
    day: '2009-12-05',
    source: 'http://www.cfr.org/proliferation/strategic-arms-reduction-treaty-start-/p15097',
  },
  { treaty: 'abm', day: '2002-06-13', source: 'http://www.acronym.org.uk/old/archive/docs/0206/doc06.htm' },
  { treaty: 'start2', day: '2002-06-14', source: 'https://wikisum.wiki/wiki/START_II' },
];

/** Acts that no gathered file holds. */
const act = (treaty, state, kind, date, source, note = '') => ({
  treaty,
  state,
  act: kind,
  date,
  recorded: '',
  note,
  otherDates: '',
  basis: 'page_read',
  source,
});
const ACA = 'https://www.armscontrol.org/factsheets/USRussiaNuclearAgreements';
const START2 = 'https://wikisum.wiki/wiki/START_II';

export const ADDED_ACTS = [
  act('salt2', 'USA', 'signature', '1979-06', ACA),
  act('salt2', 'RUS', 'signature', '1979-06', ACA, 'as USSR'),
  act('start2', 'USA', 'signature', '1993-01-03', START2),
  act('start2', 'RUS', 'signature', '1993-01-03', START2),
  act(
    'start2',
    'RUS',
    'withdrawal',
    '2002-06-14',
    START2,
    'said that it no longer holds itself bound; never in force',
  ),
  {
    treaty: 'npt',
    state: 'PRK',
    act: 'withdrawal-announced',
    date: '2003-01-10',
    recorded: '',
    note: 'the parties have not agreed whether it took effect; the UN list still counts it as a party',
    otherDates: '',
    basis: 'page_read',
    source:
      'https://news.un.org/en/story/2003/01/56032-security-council-notified-dpr-koreas-withdrawal-nuclear-arms-accord',
  },
];
