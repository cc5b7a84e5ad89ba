import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'qs';

/** One request and its answer, as they went over the wire. */
export type Exchange = {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly requestBody: string;
  readonly status: number;
  readonly responseBody: string;
};

/** Beside the repository, not in it: the official documents are only an extra check. */
const FOLDER = join(import.meta.dirname, '../../../shared/specs');

export const HAVE_SPECIFICATIONS = existsSync(FOLDER);

type Schema = object;

/** Tell every problem, with the value that has it. */
const CHECKED = { allErrors: true, verbose: true } as const;

type StripeDocument = {
  readonly operations: readonly {
    readonly method: string;
    readonly path: string;
    readonly params?: Schema;
    readonly response: Schema;
  }[];
  readonly $defs: Readonly<Record<string, Schema>>;
};

/** Stripe's v1 API as the pinned SDK describes it. */
export class StripeSpecification {
  readonly #document = read('stripe/derived/stripe-23.1.0.core.json') as StripeDocument;
  // Forms and queries carry text only, so types are read out of it.
  readonly #requests = new Ajv2020({ strict: false, coerceTypes: true, ...CHECKED });
  readonly #responses = new Ajv2020({ strict: false, ...CHECKED });
  readonly #compiled = new Map<string, ValidateFunction>();

  constructor() {
    const { $defs } = this.#document;
    this.#requests.addSchema({ $id: 'stripe', $defs });
    this.#responses.addSchema({ $id: 'stripe', $defs });
  }

  /** @returns what the exchange does against the specification; empty when nothing. */
  problemsOf({ method, path, requestBody, status, responseBody }: Exchange): string[] {
    const [pathname = '', query = ''] = path.split('?');
    const operation = this.#document.operations.find(
      (each) => each.method === method && matches(each.path, pathname),
    );
    if (operation === undefined) return [`${method} ${pathname} is no operation of Stripe's`];
    const name = `${method} ${operation.path}`;
    const form = parse(method === 'GET' ? query : requestBody, { depth: 10 });
    const asked =
      // What a refusal answers may well be wrong: that is why it was refused.
      status === 400 || operation.params === undefined
        ? []
        : this.#check(`${name} request`, this.#requests, operation.params, form);
    return [...asked, ...this.#problemsOfAnswer(name, operation.response, status, responseBody)];
  }

  #problemsOfAnswer(name: string, schema: Schema, status: number, body: string): string[] {
    if (status >= 400) return problemsOfStripeError(body);
    const answer = JSON.parse(body) as { readonly data?: readonly object[] };
    if (name !== 'GET /v1/events' || answer.data === undefined) {
      return this.#check(`${name} response`, this.#responses, schema, answer);
    }
    // Each event against the type it claims: against all 275 says what is wrong 275 times.
    const empty = { ...answer, data: [] };
    return [
      ...this.#check(`${name} response`, this.#responses, schema, empty),
      ...answer.data.flatMap((event) => this.problemsOfEvent(JSON.stringify(event))),
    ];
  }

  /** @returns what a webhook's event does against the type it claims to be. */
  problemsOfEvent(body: string): string[] {
    const event = JSON.parse(body) as { readonly type: string };
    const name = `${event.type.split(/[._]/).map(capitalised).join('')}Event`;
    if (this.#document.$defs[name] === undefined) return [`${event.type} is no event of Stripe's`];
    return this.#check(name, this.#responses, { $ref: `#/$defs/${name}` }, event);
  }

  #check(name: string, ajv: Ajv2020, schema: Schema, value: unknown): string[] {
    const validate = this.#compiled.get(name) ?? ajv.compile(absolute(schema, 'stripe', '#/$defs'));
    this.#compiled.set(name, validate);
    return problemsOf(name, validate, value);
  }
}

type PayPalOperation = {
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content>>;
};
type Content = { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> };
type PayPalDocument = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, PayPalOperation>>>>;
  readonly components: object;
};

const PAYPAL_DOCUMENTS = [
  'checkout_orders_v2',
  'payments_payment_v2',
  'reporting_transactions_v1',
  'notifications_webhooks_v1',
  'customer_disputes_v1',
] as const;

/** Formats that PayPal names without a definition. */
const PAYPAL_FORMATS = `ppaas_common_currency_code_v2 ppaas_date_time_v3
  merchant_common_email_address_v2 ppaas_payer_id_v3 ppaas_date_notime_v2
  ppaas_common_country_code_v2 payer_v1 ppaas_common_language_v3 ppaas_common_email_address_v2
  ppaas_ip_address_v1 ppaas_common_percentage_v2`.split(/\s+/);

/** PayPal's published OpenAPI documents. */
export class PayPalSpecification {
  readonly #ajv = new Ajv({ strict: false, unicodeRegExp: false, ...CHECKED });
  readonly #documents = new Map<string, PayPalDocument>();
  readonly #compiled = new Map<string, ValidateFunction>();

  constructor() {
    addFormats.default(this.#ajv);
    for (const format of PAYPAL_FORMATS) this.#ajv.addFormat(format, true);
    for (const name of PAYPAL_DOCUMENTS) {
      const document = read(`paypal/${name}.json`) as PayPalDocument;
      this.#documents.set(name, document);
      const schemas = absolute({ components: document.components }, name, '#/components');
      this.#ajv.addSchema({ $id: name, ...schemas });
    }
  }

  /** @returns what the exchange does against the specification; empty when nothing. */
  problemsOf({ method, path, requestBody, status, responseBody }: Exchange): string[] {
    const [pathname = ''] = path.split('?');
    // The documents leave the token out; it is OAuth's, not theirs.
    if (pathname === '/v1/oauth2/token') return [];
    const found = this.#find(method, pathname);
    if (found === null) return [`${method} ${pathname} is no operation of PayPal's`];
    const { document, template, operation } = found;
    const name = `${method} ${template}`;
    const asked =
      status !== 400 && isJson(requestBody)
        ? this.#check(`${name} request`, document, operation.requestBody, JSON.parse(requestBody))
        : [];
    // What the documents leave to `default` is an error.
    const otherwise = status < 400 ? undefined : operation.responses['default'];
    const answer = operation.responses[String(status)] ?? otherwise;
    if (answer === undefined) return [...asked, `${name} never answers ${status}`];
    if (responseBody === '') return asked;
    const body = withoutDescriptions(JSON.parse(responseBody) as object);
    return [...asked, ...this.#check(`${name} ${status}`, document, answer, body)];
  }

  /** @returns what a webhook's event does against its envelope. */
  problemsOfEvent(body: string): string[] {
    const schema = { $ref: 'notifications_webhooks_v1#/components/schemas/event' };
    return problemsOf('event', this.#ajv.compile(schema), JSON.parse(body));
  }

  #find(method: string, pathname: string) {
    for (const [document, { paths }] of this.#documents) {
      for (const [template, operations] of Object.entries(paths)) {
        const operation = operations[method.toLowerCase()];
        if (operation !== undefined && matches(template, pathname)) {
          return { document, template, operation };
        }
      }
    }
    return null;
  }

  #check(name: string, document: string, content: Content | undefined, value: unknown): string[] {
    const schema = Object.values(content?.content ?? {})[0]?.schema;
    if (schema === undefined) return [];
    const validate =
      this.#compiled.get(name) ?? this.#ajv.compile(absolute(schema, document, '#/components'));
    this.#compiled.set(name, validate);
    return problemsOf(name, validate, value);
  }
}

function problemsOf(name: string, validate: ValidateFunction, value: unknown): string[] {
  if (validate(value)) return [];
  const errors = validate.errors ?? [];
  // What each branch of an anyOf missed says less than that none of them fits.
  const telling = errors.filter(({ schemaPath }) => !/\/anyOf\/\d/.test(schemaPath));
  return (telling.length > 0 ? telling : errors).map(({ instancePath, message = '', data }) => {
    const shown = JSON.stringify(data) as string | undefined;
    return `${name}${instancePath}: ${message}, not ${shown?.slice(0, 200) ?? 'undefined'}`;
  });
}

const STRIPE_ERRORS = ['api_error', 'card_error', 'idempotency_error', 'invalid_request_error'];

/** The SDK's document has no schema for the envelope itself. */
function problemsOfStripeError(body: string): string[] {
  const { error } = JSON.parse(body) as { readonly error?: Readonly<Record<string, unknown>> };
  const known = STRIPE_ERRORS.includes(String(error?.['type']));
  return known && typeof error?.['message'] === 'string' ? [] : [`no error of Stripe's: ${body}`];
}

/** One issue is described in different words by different operations; the code is what counts. */
function withoutDescriptions(body: object): object {
  const { details } = body as { readonly details?: readonly Readonly<Record<string, unknown>>[] };
  if (details === undefined) return body;
  return {
    ...body,
    details: details.map((detail) =>
      Object.fromEntries(Object.entries(detail).filter(([name]) => name !== 'description')),
    ),
  };
}

/** Lets references find their document from anywhere. */
function absolute<T extends Schema>(schema: T, id: string, pointer: string): T {
  return JSON.parse(
    JSON.stringify(schema).replaceAll(`"$ref":"${pointer}`, `"$ref":"${id}${pointer}`),
  ) as T;
}

/** Nothing at all and forms with files are not. */
function isJson(body: string): boolean {
  return body !== '' && !body.startsWith('--');
}

/** Whether a path fits a template as `/v1/charges/{id}`. */
function matches(template: string, pathname: string): boolean {
  const pattern = template.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+');
  return new RegExp(`^${pattern}$`).test(pathname);
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** A document of these, beside the repository. */
export function read(file: string): unknown {
  return JSON.parse(readFileSync(join(FOLDER, file), 'utf8'));
}
