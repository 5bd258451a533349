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
];

/** Acts that no gathered file holds. */
export const ADDED_ACTS = [
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
