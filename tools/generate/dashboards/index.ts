import { FRAUD } from './fraud.js';
import { LEDGER } from './ledger.js';
import { PAYMENTS } from './payments.js';
import { SYSTEM } from './system.js';

/** All dashboards that Grafana gets, in deploy/grafana/dashboards. */
export const DASHBOARDS = [PAYMENTS, FRAUD, LEDGER, SYSTEM];
