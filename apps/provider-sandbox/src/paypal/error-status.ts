export type ErrorStatus = 400 | 401 | 403 | 404 | 405 | 409 | 415 | 422 | 429 | 500 | 503;
