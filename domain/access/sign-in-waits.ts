import type { WaitRule } from './growing-wait.ts';

const minute = 60;

/** Wrong passwords for one name: ten in a row, then 15, 30, 60 … seconds apart, at most a quarter of an hour. */
export const nameRule: WaitRule = {
  freeTries: 10,
  firstWaitInSeconds: 15,
  longestWaitInSeconds: 15 * minute,
  forgottenAfterSeconds: 24 * 60 * minute,
};

/** From one address, whatever the names: an office behind one address mistypes more than a person. */
export const addressRule: WaitRule = {
  freeTries: 60,
  firstWaitInSeconds: 1,
  longestWaitInSeconds: 15 * minute,
  forgottenAfterSeconds: 30 * minute,
};

/** A demo's passwords are public, and whoever tries it out signs in by dozens. */
export const demoNameRule: WaitRule = { ...nameRule, freeTries: 60 };
export const demoAddressRule: WaitRule = { ...addressRule, freeTries: 600 };
