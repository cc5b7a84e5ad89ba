import { runHttpApp } from '#platform';
import { service } from './service.js';

await runHttpApp(service, process.env);
