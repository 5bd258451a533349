/** Nouns for some of a thing: "a round of talks". */
export const PARTITIVE =
  /^(round|series|set|wave|batch|package|number|lot|bout|raft|kind|type|form|pair|string|slew|squadron|brigade|regiment|shipment|bulk|part|rest|total|dozen|hundred|thousand|couple|stock|piece|million|billion|score|leg|element|generation|handful|array|volley|barrage|salvo|hail|swarm|succession|spate|flurry|half|third|quarter|sort|consignment|ton|tonne|load|fleet)$/;
