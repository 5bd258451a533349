import { describe, expect, it } from 'vitest';
import {
  assumptionAdded,
  assumptionDropped,
  isEmpty,
  nothingSupposed,
  optionSet,
  positionToggled,
  searchWith,
  suppositionIn,
} from './supposition.ts';

const search = (text: string) => new URLSearchParams(text);

describe('a supposition in the address', () => {
  it('is written and read again without loss, and leaves the rest of the address alone', () => {
    let supposed = optionSet(nothingSupposed, 'USA.engage', true, false);
    supposed = positionToggled(supposed, 'p2');
    supposed = assumptionAdded(supposed, 'RUS demand: USA.talk & USA.test');
    const address = searchWith(search('reports=a,b&asOf=2026-05-19&set=old=Y'), supposed);
    expect(suppositionIn(address)).toEqual(supposed);
    expect(address.get('reports')).toBe('a,b');
    expect(suppositionIn(search(address.toString()))).toEqual(supposed);
  });

  it('leaves out what is as today and what cannot be read', () => {
    expect(isEmpty(optionSet(optionSet(nothingSupposed, 'a', true, false), 'a', false, false))).toBe(true);
    expect(isEmpty(suppositionIn(search('set=&set=a&set=a=maybe&reports=x')))).toBe(true);
  });

  it('goes back to nothing step by step', () => {
    const added = assumptionAdded(positionToggled(nothingSupposed, 'p1'), 'A: A.x');
    expect(isEmpty(assumptionDropped(positionToggled(added, 'p1'), 'A: A.x'))).toBe(true);
    expect(assumptionAdded(added, 'A: A.x')).toBe(added);
  });
});
