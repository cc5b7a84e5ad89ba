// Written by `npm run generate` from docs/openapi; changes here are lost.

export type paths = {
  readonly '/v1/alerts': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Alerts that fire, and the channels that tell of them */
    readonly get: operations['alerts_alerts'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/alerts/channels/{channel}/test': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Sends a test message by one channel and says what became of it */
    readonly post: operations['alerts_test'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/alerts/silences': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Silences that hold now */
    readonly get: operations['alerts_silences'];
    readonly put?: never;
    /** Tells no one of an alert for a time; it is listed all the same */
    readonly post: operations['alerts_silence'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/alerts/silences/{silenceId}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    readonly post?: never;
    /** Ends a silence; an alert that still fires reaches people then */
    readonly delete: operations['alerts_unsilence'];
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/approvals': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Everything that waits for a second person: policies and models */
    readonly get: operations['approvals_approvals'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/audit/checkpoints': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** The signed heads, the latest first */
    readonly get: operations['audit_checkpoints'];
    readonly put?: never;
    /**
     * Signs a head of all there is now
     * @description Answers with the last one when nothing happened since.
     */
    readonly post: operations['audit_sign'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/audit/events/{eventId}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * An event as it is stored, its proof, and the head that the proof leads to
     * @description A reader checks it alone: with the bytes, the hashes and the log’s key.
     */
    readonly get: operations['audit_evidence'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/audit/keys': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * The public keys of the heads
     * @description A key that comes with what it signs proves little: hand it over some other way.
     */
    readonly get: operations['audit_keys'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/audit/leaves': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Hashes of leaves, in log order
     * @description With all of a head’s leaves its root can be computed: then they are proven.
     */
    readonly get: operations['audit_leaves'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/audit/proofs/consistency': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** That a head’s tree is the beginning of a later one */
    readonly get: operations['audit_consistency'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/audit/proofs/inclusion': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** That an event is a leaf of a head’s tree */
    readonly get: operations['audit_inclusion'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/audit/status': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** How far the tree is, and whether anything shows that the store changed */
    readonly get: operations['audit_status'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/fraud-policy': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** What decides, what is tried beside it, what waits and what was before */
    readonly get: operations['fraudPolicy_standing'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/fraud-policy/history': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Who proposed, tried, activated and withdrew what, the last first */
    readonly get: operations['fraudPolicy_history'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/fraud-policy/proposals': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Proposes a policy; it decides nothing until another person activates */
    readonly post: operations['fraudPolicy_propose'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/fraud-policy/random-approvals': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Payments of a day that chance let through, and what they come to */
    readonly get: operations['fraudPolicy_list'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/fraud-policy/rollbacks': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Proposes an earlier policy again; another person has to activate it */
    readonly post: operations['fraudPolicy_rollBack'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/fraud-policy/simulations': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** What a policy, costs or thresholds would have done with past payments */
    readonly post: operations['fraudPolicy_simulate'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/fraud-policy/simulations/{id}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** How far a simulation or report is, and at its end what it found */
    readonly get: operations['fraudPolicy_run'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/fraud-policy/trial': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Records from now on what a policy would say, without acting on it */
    readonly post: operations['fraudPolicy_startTrial'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/fraud-policy/trial/end': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Ends the trial; what it recorded stays */
    readonly post: operations['fraudPolicy_endTrial'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/fraud-policy/trial/report': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** What the policy on trial said of live payments, and what became of them */
    readonly post: operations['fraudPolicy_report'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/fraud-policy/versions/{policyHash}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** One policy that was proposed, in full */
    readonly get: operations['fraudPolicy_version'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/fraud-policy/versions/{policyHash}/activation': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Activates a policy that another person proposed, everywhere at once */
    readonly post: operations['fraudPolicy_activate'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/fraud-policy/versions/{policyHash}/withdrawal': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Takes a proposal back, one’s own or another’s */
    readonly post: operations['fraudPolicy_withdraw'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/import-mappings': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Mappings of banks’ CSV files, each in its last version */
    readonly get: operations['importMappings_list'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/import-mappings/{name}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    /** Saves a mapping; another one by the same name is a new version */
    readonly put: operations['importMappings_save'];
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/imports': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Imports, the latest first */
    readonly get: operations['imports_list'];
    readonly put?: never;
    /** Records the lines of a statement file, each once; the same file again goes on */
    readonly post: operations['imports_run'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/imports/{importId}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** One import: what its file holds, and what became of it */
    readonly get: operations['imports_read'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/imports/{importId}/differing': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Lines that say something else than what was recorded before */
    readonly get: operations['imports_differing'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/imports/{importId}/refused': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Lines that could not be read, whole and with the reason */
    readonly get: operations['imports_refused'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/imports/preview': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** What a statement file holds; nothing of it is recorded */
    readonly post: operations['imports_preview'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/incidents': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** The last incidents, the newest first */
    readonly get: operations['incidents_list'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/incidents/{incidentId}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** One incident */
    readonly get: operations['incidents_one'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/incidents/{incidentId}/acknowledge': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** The caller answers: it is not escalated as unanswered any more */
    readonly post: operations['incidents_acknowledge'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/incidents/{incidentId}/assign': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Makes it the work of one person */
    readonly post: operations['incidents_assign'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/incidents/{incidentId}/notes': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Adds a note; also after the end */
    readonly post: operations['incidents_note'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/incidents/{incidentId}/post-mortem': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** A draft of the post-mortem, from the events */
    readonly get: operations['incidents_postMortem'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/incidents/{incidentId}/resolve': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Ends it, also while its alerts still fire */
    readonly post: operations['incidents_resolve'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/incidents/{incidentId}/timeline': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** What happened, who was told and who answered, the first one first */
    readonly get: operations['incidents_timeline'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/jobs': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** The jobs and how each last ended */
    readonly get: operations['jobs_jobs'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/jobs/{name}/run': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Runs a job now and answers when it has ended */
    readonly post: operations['jobs_run'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/models': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Champion, challenger, their comparison, and what waits for approval */
    readonly get: operations['models_models'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/models/promotions': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Asks to promote the challenger; another person has to approve */
    readonly post: operations['models_promote'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/models/requests/{requestId}/approval': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Approves a promotion or rollback that another person asked for */
    readonly post: operations['models_approve'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/models/requests/{requestId}/refusal': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Refuses a promotion or rollback, or takes one’s own back */
    readonly post: operations['models_refuse'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/models/rollbacks': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Asks to bring back an earlier champion; another person has to approve */
    readonly post: operations['models_rollBack'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/on-call': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Who answers now, and by which schedules and overrides */
    readonly get: operations['onCall_show'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/on-call/{role}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    /** Sets the weekly schedule of a role; it has no gap and no overlap */
    readonly put: operations['onCall_schedule'];
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/on-call/overrides': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Lets another person answer for a while; the last one made decides */
    readonly post: operations['onCall_override'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/reports/fraud/{period}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** What the last weekly or monthly fraud watch found */
    readonly get: operations['reports_measures'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/reports/fraud/{period}/page': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** The same as one page with plots, to read, print or send */
    readonly get: operations['reports_page'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/support-requests': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Asks for help: it becomes an incident, or joins one */
    readonly post: operations['incidents_ask'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/webhook-endpoints': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Endpoints of the caller; of all clients for an operator */
    readonly get: operations['webhookEndpoints_list'];
    readonly put?: never;
    /** Where to tell the caller what happens to its payments from now on */
    readonly post: operations['webhookEndpoints_register'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/webhook-endpoints/{endpointId}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** One endpoint of the caller */
    readonly get: operations['webhookEndpoints_read'];
    readonly put?: never;
    readonly post?: never;
    /** Sends it nothing more; what still waits is forgotten */
    readonly delete: operations['webhookEndpoints_remove'];
    readonly options?: never;
    readonly head?: never;
    /** Changes what the body names; what waits goes where the URL leads now */
    readonly patch: operations['webhookEndpoints_edit'];
    readonly trace?: never;
  };
  readonly '/v1/webhook-endpoints/{endpointId}/abandoned-messages': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Messages that were given up, at most a thousand */
    readonly get: operations['webhookEndpoints_abandoned'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/webhook-endpoints/{endpointId}/abandoned-messages/{messageId}/replay': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Sends one message that was given up again */
    readonly post: operations['webhookEndpoints_revive'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/webhook-endpoints/{endpointId}/deliveries': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** What was sent to one endpoint and what it answered, the latest first */
    readonly get: operations['webhookDeliveries_ofEndpoint'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/webhook-endpoints/{endpointId}/enable': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Sends again to an endpoint that was disabled */
    readonly post: operations['webhookEndpoints_enable'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/webhook-endpoints/{endpointId}/messages/{messageId}/replay': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Sends one message again, with the same id */
    readonly post: operations['webhookDeliveries_replay'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/webhook-endpoints/{endpointId}/replay': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Sends what happened from a position on again, with the same ids */
    readonly post: operations['webhookEndpoints_replay'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/webhook-endpoints/{endpointId}/secret': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** A new secret; for a day the one before signs as well */
    readonly post: operations['webhookEndpoints_replaceSecret'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/webhook-endpoints/{endpointId}/test': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Sends a message of the type webhook.test at once, and once */
    readonly post: operations['webhookDeliveries_test'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/webhook-endpoints/attention': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Endpoints of all clients that take nothing, the longest so first */
    readonly get: operations['webhookEndpoints_attention'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/webhook-messages/{messageId}/deliveries': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Where one message was sent and what was answered
     * @description The id of a message is msg_ and the id of its event without hyphens.
     */
    readonly get: operations['webhookDeliveries_ofMessage'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/what-if': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Replays history with another model or other thresholds */
    readonly post: operations['models_start'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/what-if/{id}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** How far a replay is, and at its end what would have been different */
    readonly get: operations['models_run'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/what-if/{id}/page': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** The same as one page, to read, print or send */
    readonly get: operations['models_page'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
};
export type webhooks = Record<string, never>;
export type components = {
  schemas: {
    readonly AbandonedMessageResponse: {
      readonly attempts: number;
      /** @example answered 500 */
      readonly lastFailure: string | null;
      readonly messageId: string;
      /** Format: uuid */
      readonly paymentId: string;
      /** @enum {string} */
      readonly type:
        | 'payment.initiated'
        | 'payment.held'
        | 'payment.approved'
        | 'payment.rejected'
        | 'payment.payer_action_required'
        | 'payment.authorised'
        | 'payment.declined'
        | 'payment.expired'
        | 'payment.incremented'
        | 'payment.increment_declined'
        | 'payment.reauthorised'
        | 'payment.reauthorisation_failed'
        | 'payment.cancelled'
        | 'payment.cancellation_failed'
        | 'payment.voided'
        | 'payment.void_failed'
        | 'payment.captured'
        | 'payment.capture_failed'
        | 'payment.capture_reversed'
        | 'payment.refund_requested'
        | 'payment.refunded'
        | 'payment.refund_failed'
        | 'payment.refund_reversed'
        | 'dispute.opened'
        | 'dispute.advanced'
        | 'dispute.funds_withdrawn'
        | 'dispute.funds_reinstated'
        | 'dispute.won'
        | 'dispute.lost'
        | 'dispute.closed'
        | 'payment.fraud_reported';
    };
    readonly AlertResponse: {
      /** @example PaymentSuccessLow */
      readonly alert: string;
      /** Format: uuid */
      readonly alertId: string;
      /** @description The first thing to run. */
      readonly command: string;
      /** Format: date-time */
      readonly firedAt: string;
      readonly labels: {
        readonly [key: string]: string;
      };
      readonly meaning: string;
      /** @example docs/runbooks/alerts.md#paymentsuccesslow */
      readonly runbook: string;
      /** @enum {string} */
      readonly severity: 'critical' | 'warning' | 'information';
      /** @description Told to no one while this is so. */
      readonly silenced: boolean;
      /**
       * Format: date-time
       * @description Since when it has held.
       */
      readonly since: string;
      readonly summary: string;
    };
    readonly AlertsResponse: {
      readonly channels: readonly components['schemas']['ChannelResponse'][];
      /**
       * Format: date-time
       * @description When the rules were last evaluated; null before the first time, and where they are not.
       */
      readonly evaluatedAt: string | null;
      /** @description Those that fire. */
      readonly items: readonly components['schemas']['AlertResponse'][];
      /** @description Why they are not evaluated now; null when they are. */
      readonly trouble: string | null;
    };
    readonly AmountCondition: {
      readonly amountAtLeast: components['schemas']['RuleAmount'];
    };
    readonly AmountThresholdsResponse: {
      readonly amountEur: number;
      /** @description Null: no score is high enough. */
      readonly declineMin: number | null;
      /** @description Null: no score is high enough. */
      readonly reviewMin: number | null;
    };
    readonly ApprovalResponse: {
      /**
       * @description `POST` here lets it happen.
       * @example /v1/models/requests/…/approval
       */
      readonly approvePath: string;
      /** @description Of the policy or of the request, as the addresses below have it. */
      readonly id: string;
      /** @enum {string} */
      readonly kind: 'fraud-policy' | 'routing-policy' | 'model';
      /** @description Whether the caller may let it happen: another person proposed it, and the role does. */
      readonly mayApprove: boolean;
      readonly note: string;
      /** Format: date-time */
      readonly proposedAt: string;
      readonly proposedBy: string;
      /**
       * @description `POST` here takes it back or refuses it.
       * @example /v1/models/requests/…/refusal
       */
      readonly refusePath: string;
      /** @description It decided before and is to decide again. */
      readonly rollsBack: boolean;
      /** @description In a few words: a version, or from which model to which. */
      readonly what: string;
    };
    readonly ApprovalsResponse: {
      /** @description The longest waiting first. */
      readonly items: readonly components['schemas']['ApprovalResponse'][];
    };
    readonly AssignIncidentRequest: {
      /**
       * @description A person, by the name of their key.
       * @example olga
       */
      readonly assignee: string;
    };
    readonly AuditKeyResponse: {
      /**
       * @description As c2sp.org/signed-note writes it: name, hash and Ed25519 key.
       * @example assay/5f2a9c1e00d4b7a3+8f3c1d2e+ATbVyH5r4wFmQ9Zt2uJkX0nLsOa8cPeDgiU3vRqB1xYz
       */
      readonly key: string;
      /** @description Whether heads are signed with it now. */
      readonly signsNow: boolean;
    };
    readonly AuditStatusResponse: {
      /** @description What shows that the event store was changed. Null: nothing does. */
      readonly finding: string | null;
      readonly lastHead: components['schemas']['CheckpointResponse'] | null;
      /** @description Events in the tree. */
      readonly leaves: number;
      readonly origin: string;
      /**
       * Format: date-time
       * @description When the event store was last read to its end.
       */
      readonly readToEndAt: string | null;
      /** @description Why it does not go on now. */
      readonly trouble: string | null;
    };
    readonly BandResponse: {
      readonly byOutcome: components['schemas']['OutcomesResponse'];
      readonly byVerdict: components['schemas']['PilesByVerdictResponse'];
      readonly from: number;
    };
    readonly ChannelResponse: {
      /** Format: date-time */
      readonly lastTriedAt: string | null;
      /** @enum {string} */
      readonly name: 'pagerduty' | 'slack' | 'teams' | 'telegram' | 'email' | 'sms' | 'webhook';
      readonly reason: string | null;
      /**
       * @description `disabled`: not set up. `untried`: not used since the start.
       * @enum {string}
       */
      readonly state: 'disabled' | 'untried' | 'working' | 'failing';
    };
    readonly ChannelTestResponse: {
      /** @description Why not; null when it did. */
      readonly reason: string | null;
      /** @description Whether the channel took the message. */
      readonly sent: boolean;
    };
    readonly CheckpointResponse: {
      /** @description The signed note (c2sp.org/tlog-checkpoint), as it was signed. */
      readonly note: string;
      /** @description The log's name. */
      readonly origin: string;
      /**
       * Format: byte
       * @description The root of their Merkle tree (RFC 9162).
       */
      readonly rootHash: string;
      /** Format: date-time */
      readonly signedAt: string;
      /** @description How many events it is about: the first so many in log order. */
      readonly size: number;
    };
    readonly CheckpointsResponse: {
      /** @description The latest first. */
      readonly items: readonly components['schemas']['CheckpointResponse'][];
      readonly nextCursor: string | null;
    };
    readonly ConsistencyResponse: {
      readonly from: number;
      /** Format: byte */
      readonly fromRootHash: string;
      readonly hashes: readonly string[];
      readonly to: number;
      /** Format: byte */
      readonly toRootHash: string;
    };
    readonly CostsDocument: {
      /** @description Of an honest payer declined, beside the margin. */
      readonly insultEur: number;
      readonly marginShare: number;
      /** @description Of a defrauded amount that comes back. */
      readonly recoveryShare: number;
      readonly reviewMinuteEur: number;
      readonly reviewMinutes: number;
      /** @description Of frauds that a review lets through. */
      readonly reviewMissShare: number;
      /** @description Null: people have all the time. */
      readonly reviewsPerDayMax: number | null;
    };
    readonly CsvMappingRequest: {
      /** @description The account of all lines, where no column says it. */
      readonly account?: string | null;
      readonly accountColumn?: string | null;
      /** @description Signed, or with `signColumn` beside it. */
      readonly amount?: string | null;
      readonly bankReference?: string | null;
      readonly bookedOn: string;
      readonly code?: string | null;
      /** @description Two columns instead of a signed one. */
      readonly credit?: string | null;
      /** @description The currency of all lines, where no column says it. */
      readonly currency?: string | null;
      readonly currencyColumn?: string | null;
      /** @enum {string} */
      readonly dateFormat:
        | 'YYYY-MM-DD'
        | 'YYYY/MM/DD'
        | 'YYYYMMDD'
        | 'DD.MM.YYYY'
        | 'DD.MM.YY'
        | 'DD/MM/YYYY'
        | 'DD-MM-YYYY'
        | 'MM/DD/YYYY';
      readonly debit?: string | null;
      /** @description What the sign column says where money left the account. */
      readonly debitSign?: string | null;
      /** @enum {string} */
      readonly decimal: '.' | ',';
      /** @enum {string} */
      readonly delimiter: ',' | ';' | '\t' | '|';
      readonly endToEndId?: string | null;
      readonly signColumn?: string | null;
      readonly texts?: readonly string[] | null;
      /** @description Left out: the day of booking. */
      readonly valueOn?: string | null;
    };
    readonly DayExpectationResponse: {
      readonly declines: number;
      readonly fraudLossEur: number;
      readonly fraudStoppedEur: number;
      readonly insultEur: number;
      /** @description Honest payers declined. */
      readonly insults: number;
      /** @description The three together. */
      readonly lossEur: number;
      readonly payments: number;
      readonly reviewEur: number;
      readonly reviewMinutes: number;
      readonly reviews: number;
    };
    readonly DecisionRequest: {
      readonly note?: string | null;
    };
    readonly DegradedRuleDocument: {
      /** @description Null: every amount; the last one. */
      readonly upToEur: number | null;
      /** @enum {string} */
      readonly verdict: 'approve' | 'review' | 'decline';
      /** @description Left out: no bound; the last one has none. */
      readonly within?: components['schemas']['UnscoredBoundDocument'];
    };
    readonly DeliveriesResponse: {
      /** @description The latest first. */
      readonly items: readonly components['schemas']['DeliveryResponse'][];
      /** @description A page may be short, or empty, and have a next one: filters look at 5000 at once. */
      readonly nextCursor: string | null;
    };
    readonly DeliveryAnswerResponse: {
      /** @description The first 4096 bytes. Null: no longer kept. */
      readonly body: string | null;
      /**
       * @description `base64`: the bytes are no UTF-8.
       * @enum {string|null}
       */
      readonly bodyEncoding: 'utf-8' | 'base64' | null;
      /** @description False: the body was longer, or the rest of it did not come within a second. */
      readonly bodyIsWhole: boolean | null;
      /** @description Of content-type, content-length, date, location, retry-after, server and x-request-id. */
      readonly headers: {
        readonly [key: string]: string;
      };
      readonly status: number;
    };
    readonly DeliveryResponse: {
      /** @description Null: none came. */
      readonly answer: components['schemas']['DeliveryAnswerResponse'] | null;
      /** @description 1 for the first one. */
      readonly attempt: number;
      readonly deliveryId: string;
      readonly durationMs: number | null;
      /** Format: uuid */
      readonly endpointId: string;
      readonly messageId: string;
      /** Format: date-time */
      readonly nextAttemptAt: string | null;
      /**
       * @description unknown: the process ended before the answer came; the receiver may or may not have the
       *     message, which is sent again.
       * @enum {string}
       */
      readonly outcome: 'under-way' | 'arrived' | 'failed' | 'gone' | 'unknown';
      /** @description Null for a test message. */
      readonly paymentId: string | null;
      /** @example answered 500 */
      readonly reason: string | null;
      /** @description As it was sent and signed. Null: no longer kept. */
      readonly requestBody: string | null;
      /** Format: date-time */
      readonly startedAt: string;
      readonly type: string;
      /** @description Where it was sent. */
      readonly url: string;
    };
    readonly DifferenceResponse: {
      readonly field: string;
      /** @description As this file has it. */
      readonly file: string;
      /** @description As it was recorded first. */
      readonly recorded: string;
    };
    readonly DifferingLineResponse: {
      readonly differences: readonly components['schemas']['DifferenceResponse'][];
      readonly lineId: string;
      readonly row: number;
      readonly stream: string;
    };
    readonly DifferingPageResponse: {
      readonly items: readonly components['schemas']['DifferingLineResponse'][];
      readonly nextCursor: string | null;
    };
    readonly EndpointEditRequest: {
      /** @description Empty: no note any more. */
      readonly description?: string | null;
      /** @description `*`: all */
      readonly messageTypes?:
        | readonly (
            | '*'
            | 'payment.initiated'
            | 'payment.held'
            | 'payment.approved'
            | 'payment.rejected'
            | 'payment.payer_action_required'
            | 'payment.authorised'
            | 'payment.declined'
            | 'payment.expired'
            | 'payment.incremented'
            | 'payment.increment_declined'
            | 'payment.reauthorised'
            | 'payment.reauthorisation_failed'
            | 'payment.cancelled'
            | 'payment.cancellation_failed'
            | 'payment.voided'
            | 'payment.void_failed'
            | 'payment.captured'
            | 'payment.capture_failed'
            | 'payment.capture_reversed'
            | 'payment.refund_requested'
            | 'payment.refunded'
            | 'payment.refund_failed'
            | 'payment.refund_reversed'
            | 'dispute.opened'
            | 'dispute.advanced'
            | 'dispute.funds_withdrawn'
            | 'dispute.funds_reinstated'
            | 'dispute.won'
            | 'dispute.lost'
            | 'dispute.closed'
            | 'payment.fraud_reported'
          )[]
        | null;
      /** @enum {string|null} */
      readonly status?: 'active' | 'disabled' | null;
      /**
       * Format: uri
       * @example https://shop.example/webhooks
       */
      readonly url?: string | null;
    };
    readonly EndpointRequest: {
      /** @description A note of the caller's own. */
      readonly description?: string | null;
      /** @description `*` or none: all, also those that come to be added. */
      readonly messageTypes?:
        | readonly (
            | '*'
            | 'payment.initiated'
            | 'payment.held'
            | 'payment.approved'
            | 'payment.rejected'
            | 'payment.payer_action_required'
            | 'payment.authorised'
            | 'payment.declined'
            | 'payment.expired'
            | 'payment.incremented'
            | 'payment.increment_declined'
            | 'payment.reauthorised'
            | 'payment.reauthorisation_failed'
            | 'payment.cancelled'
            | 'payment.cancellation_failed'
            | 'payment.voided'
            | 'payment.void_failed'
            | 'payment.captured'
            | 'payment.capture_failed'
            | 'payment.capture_reversed'
            | 'payment.refund_requested'
            | 'payment.refunded'
            | 'payment.refund_failed'
            | 'payment.refund_reversed'
            | 'dispute.opened'
            | 'dispute.advanced'
            | 'dispute.funds_withdrawn'
            | 'dispute.funds_reinstated'
            | 'dispute.won'
            | 'dispute.lost'
            | 'dispute.closed'
            | 'payment.fraud_reported'
          )[]
        | null;
      /**
       * Format: uri
       * @example https://shop.example/webhooks
       */
      readonly url: string;
    };
    readonly EndpointResponse: {
      /** @description Whose endpoint it is. */
      readonly client: string;
      readonly description: string | null;
      readonly disabled: {
        /** Format: date-time */
        readonly at?: string;
        /** @enum {string} */
        readonly reason?: 'gone' | 'failing' | 'client';
      } | null;
      /** Format: uuid */
      readonly endpointId: string;
      /** @description `*`: all, also those that come to be added. */
      readonly messageTypes: readonly (
        | '*'
        | 'payment.initiated'
        | 'payment.held'
        | 'payment.approved'
        | 'payment.rejected'
        | 'payment.payer_action_required'
        | 'payment.authorised'
        | 'payment.declined'
        | 'payment.expired'
        | 'payment.incremented'
        | 'payment.increment_declined'
        | 'payment.reauthorised'
        | 'payment.reauthorisation_failed'
        | 'payment.cancelled'
        | 'payment.cancellation_failed'
        | 'payment.voided'
        | 'payment.void_failed'
        | 'payment.captured'
        | 'payment.capture_failed'
        | 'payment.capture_reversed'
        | 'payment.refund_requested'
        | 'payment.refunded'
        | 'payment.refund_failed'
        | 'payment.refund_reversed'
        | 'dispute.opened'
        | 'dispute.advanced'
        | 'dispute.funds_withdrawn'
        | 'dispute.funds_reinstated'
        | 'dispute.won'
        | 'dispute.lost'
        | 'dispute.closed'
        | 'payment.fraud_reported'
      )[];
      /**
       * @description When it was last disabled: what happened from there on was not queued.
       * @example 1042/1042
       */
      readonly missedFrom: string | null;
      /**
       * Format: date-time
       * @description Until then the secret before the last replacement signs as well.
       */
      readonly previousSecretUntil: string | null;
      /** Format: date-time */
      readonly registeredAt: string;
      /** @description Shown when it is made and never again. */
      readonly secret?: string;
      /** @enum {string} */
      readonly status: 'active' | 'disabled' | 'removed';
      readonly url: string;
    };
    readonly EvidenceResponse: {
      readonly event: components['schemas']['StoredEventResponse'];
      readonly head: components['schemas']['CheckpointResponse'];
      readonly inclusion: components['schemas']['InclusionResponse'];
    };
    readonly FeatureCondition: {
      readonly atLeast?: number;
      readonly atMost?: number;
      /**
       * @example card1hCount
       * @enum {string}
       */
      readonly feature:
        | 'amountEur'
        | 'weekend'
        | 'night'
        | 'customer10mCount'
        | 'customer1hCount'
        | 'customer1dCount'
        | 'customer7dCount'
        | 'customer30dCount'
        | 'customer1dMeanEur'
        | 'customer7dMeanEur'
        | 'customer30dMeanEur'
        | 'customer1dSumEur'
        | 'amountOverCustomerMeanRatio'
        | 'amountOverCustomerMaxRatio'
        | 'amountCustomerZScore'
        | 'customerLarge14dCount'
        | 'customerSinceLastSeconds'
        | 'customerAgeDays'
        | 'customerKnownFraud60dCount'
        | 'merchant1hCount'
        | 'merchant1dCount'
        | 'merchantDelayed1dCount'
        | 'merchantDelayed7dCount'
        | 'merchantDelayed30dCount'
        | 'merchantDelayed1dFraudRate'
        | 'merchantDelayed7dFraudRate'
        | 'merchantDelayed30dFraudRate'
        | 'merchantDelayed28dSmoothedFraudRate'
        | 'merchantKnownFraud14dCount'
        | 'merchantKnownFraud28dCount'
        | 'merchantKnownFraud60dCount'
        | 'merchantSinceKnownFraudDays'
        | 'merchantSinceFirstFraudDays'
        | 'merchantLast3FraudShare'
        | 'amountOverMerchantMeanRatio'
        | 'customerMerchantNew'
        | 'card1hCount'
        | 'card1dCount'
        | 'cardCustomerCount'
        | 'cardNew'
        | 'cardKnownFraud60dCount'
        | 'device1hCount'
        | 'device1dCount'
        | 'deviceCustomerCount'
        | 'deviceNew'
        | 'deviceKnownFraud60dCount'
        | 'deviceAbsent'
        | 'cardIpCountryMismatch'
        | 'cardShippingCountryMismatch'
        | 'ipCountryNew'
        | 'currencyNew'
        | 'currencyForeign'
        | 'paypal'
        | 'amountOverCustomerMedianRatio'
        | 'customer7dMaxOverMedianRatio'
        | 'customerSinceKnownFraudDays'
        | 'merchantDelayed14dFraudRate'
        | 'merchantLastFraudShare'
        | 'merchantLast6FraudShare'
        | 'merchantFraudRunCount'
        | 'merchantSinceFraudRunDays'
        | 'merchantHonestSinceFraudCount'
        | 'merchantKnownUsualFraud28dCount'
        | 'merchantKnownFraud28dMeanEur'
        | 'customer6hCount'
        | 'customer1dSumOverMedianRatio'
        | 'amountCustomerAboveShare'
        | 'amountCustomerLogZScore'
        | 'amountCustomerMerchantLogZScore'
        | 'customerMerchantCount'
        | 'customerFirstMerchant1dCount'
        | 'customerFirstMerchant7dCount'
        | 'customerDeviceAgeDays'
        | 'customerIpCountryAgeDays'
        | 'customerOdd1dCount'
        | 'customerOdd7dCount'
        | 'cardOdd1dCount'
        | 'merchantOdd1dCount'
        | 'merchant10mCount'
        | 'merchantFirst1hCount'
        | 'merchantFirst1dCount'
        | 'merchant1hMeanEur'
        | 'merchantFraudRunShare'
        | 'merchantKnownFraud7dCount'
        | 'merchantKnownUsualFraud7dCount'
        | 'amountMerchantLogZScore'
        | 'amountRaisedLogOdds'
        | 'customerRaised14dLogOdds';
    };
    readonly FieldCondition: {
      /** @enum {string} */
      readonly field:
        | 'customerId'
        | 'merchantId'
        | 'cardFingerprint'
        | 'cardCountry'
        | 'ipCountry'
        | 'shippingCountry'
        | 'deviceId'
        | 'provider'
        | 'currency';
      /**
       * @example [
       *       "c-17",
       *       "c-18"
       *     ]
       */
      readonly in: readonly string[];
    };
    readonly FieldProblemResponse: {
      readonly field: string;
      readonly message: string;
    };
    readonly FraudPolicyResponse: {
      /** @description What decided before, the last one first. */
      readonly earlier: readonly components['schemas']['PolicySummary'][];
      readonly inForce: components['schemas']['PolicyInForceResponse'];
      readonly trial: components['schemas']['PolicyTrialResponse'] | null;
      readonly waiting: readonly components['schemas']['PolicySummary'][];
    };
    readonly ImportPageResponse: {
      readonly items: readonly components['schemas']['ImportResponse'][];
      readonly nextCursor: string | null;
    };
    readonly ImportResponse: {
      readonly bytes: number;
      /** @description Of those, how many say something else here. */
      readonly differing: number | null;
      /** @description How its letters are written; mixed: some lines in UTF-8, others in windows-1252. */
      readonly encoding: string;
      /** Format: date-time */
      readonly finishedAt: string | null;
      /** @description SHA-256 of the file, in hexadecimal digits. */
      readonly importId: string;
      /** @enum {string} */
      readonly kind:
        | 'stripe-payout-reconciliation'
        | 'paypal-settlement'
        | 'paypal-transaction-detail'
        | 'camt.053'
        | 'mt940'
        | 'bank-csv';
      /** @description Lines that were there already, from another file or the provider’s API. */
      readonly known: number | null;
      /** @description Lines that moved money. */
      readonly lines: number;
      /** @description Lines that are dealt with; null, not known, where it was interrupted. */
      readonly linesDone: number | null;
      readonly mapping: components['schemas']['MappingNameResponse'] | null;
      /** @description Rows that are as they should be and moved nothing, as pending ones. */
      readonly movedNothing: number;
      readonly name: string | null;
      /** @description Sums of the file that could not be checked. */
      readonly notes: readonly string[];
      /** @description Lines that this import was the first to record; null until it is finished. */
      readonly recorded: number | null;
      /** @description Lines that cannot be read; they are kept with the reason. */
      readonly refused: number;
      /** Format: date-time */
      readonly startedAt: string;
      readonly startedBy: string;
      /**
       * @description Interrupted: send the same file again, and it goes on.
       * @enum {string}
       */
      readonly status: 'running' | 'finished' | 'interrupted';
      /** @description Net of all lines, by currency. */
      readonly totals: readonly components['schemas']['StatementTotalResponse'][];
    };
    readonly IncidentAlertResponse: {
      readonly alert: string;
      /** Format: uuid */
      readonly alertId: string;
      /**
       * Format: date-time
       * @description When it was over; null while it fires.
       */
      readonly clearedAt: string | null;
      /** Format: date-time */
      readonly joinedAt: string;
      readonly summary: string;
    };
    readonly IncidentNoteRequest: {
      /** @example the provider was called */
      readonly note: string;
    };
    readonly IncidentResponse: {
      readonly acknowledgedBy: string | null;
      readonly alerts: readonly components['schemas']['IncidentAlertResponse'][];
      readonly assignee: string | null;
      /**
       * Format: date-time
       * @description When the next level hears of it, if nothing happens; null for never.
       */
      readonly escalatesAt: string | null;
      /** Format: uuid */
      readonly incidentId: string;
      /** Format: date-time */
      readonly openedAt: string;
      /** @enum {string} */
      readonly priority: 'P0' | 'P1' | 'P2' | 'P3';
      /** @description Ids of the requests for support that joined it. */
      readonly requestIds: readonly string[];
      readonly resolution: string | null;
      /** Format: date-time */
      readonly resolvedAt: string | null;
      /**
       * @description Whose it is by the escalation.
       * @enum {string}
       */
      readonly role:
        'support-engineer' | 'senior-engineer' | 'tech-lead' | 'engineering-manager' | 'cto';
      /** @enum {string} */
      readonly status: 'open' | 'acknowledged' | 'resolved';
      readonly title: string;
      /** @enum {string} */
      readonly topic: 'security' | 'outage' | 'payment' | 'other';
    };
    readonly IncidentsResponse: {
      /** @description The newest first. */
      readonly items: readonly components['schemas']['IncidentResponse'][];
    };
    readonly IncidentStepResponse: {
      /** Format: date-time */
      readonly at: string;
      /** @description What happened, for a person. */
      readonly text: string;
      readonly type: string;
    };
    readonly IncidentTimelineResponse: {
      /** @description The first one first. */
      readonly items: readonly components['schemas']['IncidentStepResponse'][];
    };
    readonly InclusionResponse: {
      readonly hashes: readonly string[];
      /** @description The event's leaf, from 0. */
      readonly index: number;
      /** Format: byte */
      readonly leafHash: string;
      /**
       * @description Of the event's store, commit/prepare.
       * @example 1042/1042
       */
      readonly position: string;
      /** Format: byte */
      readonly rootHash: string;
      readonly size: number;
    };
    readonly JobEndResponse: {
      /** @enum {string} */
      readonly outcome: 'failed' | 'finished';
      /** @description What it found. */
      readonly result: {
        readonly [key: string]: unknown;
      };
      /** Format: uuid */
      readonly runId: string;
    };
    readonly JobResponse: {
      readonly lastEnd: {
        readonly [key: string]: unknown;
      } | null;
      /** Format: date-time */
      readonly lastStartedAt: string | null;
      /** @example settlement-stripe */
      readonly name: string;
      readonly running: boolean;
    };
    readonly LeavesResponse: {
      readonly from: number;
      readonly hashes: readonly string[];
      /** @description How many leaves the tree has. */
      readonly size: number;
    };
    readonly MappingNameResponse: {
      readonly name: string;
      readonly version: number;
    };
    readonly ModelRefResponse: {
      /** @description SHA-256 over the artefacts that decide a score. */
      readonly modelHash: string;
      /** @example 2026-11 */
      readonly version: string;
    };
    readonly ModelsResponse: {
      readonly challenger: components['schemas']['ModelRefResponse'] | null;
      /** @description Whose score decides; null until a model was promoted or one has scored. */
      readonly champion: components['schemas']['ModelRefResponse'] | null;
      /**
       * @description registry: none was promoted yet, and this is the model of the last score.
       * @enum {string|null}
       */
      readonly championBy: 'promotion' | 'registry' | null;
      readonly comparison: {
        readonly [key: string]: unknown;
      } | null;
      /** @description Earlier champions, the last one first. */
      readonly earlier: readonly components['schemas']['ModelRefResponse'][];
      readonly request: {
        readonly [key: string]: unknown;
      } | null;
    };
    readonly OnCallOverrideRequest: {
      /**
       * Format: date-time
       * @example 2026-12-24T08:00:00Z
       */
      readonly from: string;
      /** @example budi */
      readonly person: string;
      /** @example holiday */
      readonly reason: string;
      /** @enum {string} */
      readonly role:
        'support-engineer' | 'senior-engineer' | 'tech-lead' | 'engineering-manager' | 'cto';
      /**
       * Format: date-time
       * @example 2026-12-25T08:00:00Z
       */
      readonly until: string;
    };
    readonly OnCallOverrideResponse: {
      /** Format: date-time */
      readonly from: string;
      /** Format: uuid */
      readonly overrideId: string;
      readonly person: string;
      /** @enum {string} */
      readonly role:
        'support-engineer' | 'senior-engineer' | 'tech-lead' | 'engineering-manager' | 'cto';
      /** Format: date-time */
      readonly until: string;
    };
    readonly OnCallPersonResponse: {
      /** @description Null: the role has no schedule, and no override holds. */
      readonly person: string | null;
      /** @enum {string} */
      readonly role:
        'support-engineer' | 'senior-engineer' | 'tech-lead' | 'engineering-manager' | 'cto';
    };
    readonly OnCallResponse: {
      /** @description Those that hold, and those that come. */
      readonly overrides: readonly components['schemas']['OnCallOverrideResponse'][];
      /** @description Who answers now, by role, in the order of escalation. */
      readonly people: readonly components['schemas']['OnCallPersonResponse'][];
      readonly schedules: readonly components['schemas']['OnCallScheduleResponse'][];
    };
    readonly OnCallScheduleRequest: {
      /** @description Together the whole week, each minute of it once. */
      readonly shifts: readonly components['schemas']['OnCallShiftRequest'][];
      /** @example Asia/Jakarta */
      readonly timeZone: string;
    };
    readonly OnCallScheduleResponse: {
      /** @enum {string} */
      readonly role:
        'support-engineer' | 'senior-engineer' | 'tech-lead' | 'engineering-manager' | 'cto';
      readonly shifts: readonly components['schemas']['OnCallShiftResponse'][];
      readonly timeZone: string;
    };
    readonly OnCallShiftRequest: {
      /**
       * @description Minutes since Monday 00:00, local time.
       * @example 0
       */
      readonly fromMinute: number;
      /**
       * @description They take turns, a week each.
       * @example [
       *       "olga",
       *       "budi"
       *     ]
       */
      readonly people: readonly string[];
      /** @example 10080 */
      readonly untilMinute: number;
    };
    readonly OnCallShiftResponse: {
      /** @description Minutes since Monday 00:00, local time. */
      readonly fromMinute: number;
      /** @description They take turns, a week each. */
      readonly people: readonly string[];
      readonly untilMinute: number;
    };
    readonly OutcomesByVerdictResponse: {
      readonly approve: components['schemas']['OutcomesResponse'];
      readonly decline: components['schemas']['OutcomesResponse'];
      readonly review: components['schemas']['OutcomesResponse'];
    };
    readonly OutcomesResponse: {
      /** @description Declined then: never to be known. */
      readonly blocked: components['schemas']['PileResponse'];
      readonly fraud: components['schemas']['PileResponse'];
      /** @description Said to be, or silent for 30 days. */
      readonly honest: components['schemas']['PileResponse'];
      /** @description Not known yet. */
      readonly unknown: components['schemas']['PileResponse'];
    };
    readonly PileResponse: {
      /** @description Roughly, by the reference rates. */
      readonly eur: number;
      /** @description Exactly, in minor units per currency. */
      readonly money: {
        readonly [key: string]: string;
      };
      readonly payments: number;
    };
    readonly PilesByVerdictResponse: {
      readonly approve: components['schemas']['PileResponse'];
      readonly decline: components['schemas']['PileResponse'];
      readonly review: components['schemas']['PileResponse'];
    };
    readonly PolicyDocument: {
      /** @description Null: the model’s own thresholds decide. */
      readonly costs: components['schemas']['CostsDocument'] | null;
      /**
       * @description For payments without a score in time; the first that fits.
       * @example [
       *       {
       *         "upToEur": null,
       *         "verdict": "review"
       *       }
       *     ]
       */
      readonly degraded: readonly components['schemas']['DegradedRuleDocument'][];
      readonly randomApprovals: components['schemas']['RandomApprovalsDocument'];
      /** @description Left out: a new merchant’s payments are held like any other’s. */
      readonly reviewCapacity?: components['schemas']['ReviewCapacityDocument'];
      readonly rules: readonly components['schemas']['RuleDocument'][];
    };
    readonly PolicyHistoryResponse: {
      readonly items: readonly components['schemas']['PolicyStepResponse'][];
    };
    readonly PolicyInForceResponse: {
      /** Format: date-time */
      readonly activatedAt: string | null;
      /** @description Null: none was activated yet. */
      readonly activatedBy: string | null;
      /** @description What assessments record as their policy. */
      readonly name: string;
      readonly policy: components['schemas']['PolicyDocument'];
      /** @description SHA-256 of the policy: its version. */
      readonly policyHash: string;
      /** @description Added to the cost of a review while people are scarce. */
      readonly reviewPriceEur: number;
    };
    readonly PolicyRequest: {
      /**
       * Format: uuid
       * @deprecated
       * @description Names the request, from callers that send no `Idempotency-Key`; repeating it is safe.
       */
      readonly requestId?: string | null;
    };
    readonly PolicySimulationResponse: {
      /**
       * Format: date-time
       * @description When the ledger was read.
       */
      readonly asOf: string;
      readonly candidate: components['schemas']['SimulationSideResponse'];
      /** @description What both losses are counted with. */
      readonly costs: components['schemas']['CostsDocument'];
      /** @description On which there were payments. */
      readonly days: number;
      /** @description Scored on other features than rules know today. */
      readonly incomparable: number;
      readonly inForce: components['schemas']['SimulationSideResponse'];
      readonly span: components['schemas']['SimulatedSpanResponse'] | null;
      /** @description Of the candidate; null where no costs decide. */
      readonly thresholdsByAmount:
        readonly components['schemas']['AmountThresholdsResponse'][] | null;
    };
    readonly PolicyStepResponse: {
      /** Format: date-time */
      readonly at: string;
      readonly note: string | null;
      readonly person: string;
      readonly policyHash: string;
      /** @example PolicyActivated */
      readonly type: string;
    };
    readonly PolicySummary: {
      readonly note: string;
      /** @description SHA-256 of the policy: its version. */
      readonly policyHash: string;
      /** Format: date-time */
      readonly proposedAt: string;
      readonly proposedBy: string;
      /** @description Added to the cost of a review while people are scarce. */
      readonly reviewPriceEur: number;
      /** @description Whether it decided before and is to decide again. */
      readonly rollsBack: boolean;
      /**
       * @description `retired`: withdrawn, or gone back over; it has to be proposed again.
       * @enum {string}
       */
      readonly standing: 'waiting' | 'in-force' | 'earlier' | 'retired';
    };
    readonly PolicyTrialResponse: {
      readonly policyHash: string;
      /** Format: date-time */
      readonly startedAt: string;
      readonly startedBy: string;
    };
    readonly PolicyVersionResponse: {
      readonly note: string;
      readonly policy: components['schemas']['PolicyDocument'];
      /** @description SHA-256 of the policy: its version. */
      readonly policyHash: string;
      /** Format: date-time */
      readonly proposedAt: string;
      readonly proposedBy: string;
      /** @description Added to the cost of a review while people are scarce. */
      readonly reviewPriceEur: number;
      /** @description Whether it decided before and is to decide again. */
      readonly rollsBack: boolean;
      /**
       * @description `retired`: withdrawn, or gone back over; it has to be proposed again.
       * @enum {string}
       */
      readonly standing: 'waiting' | 'in-force' | 'earlier' | 'retired';
    };
    readonly PreviewResponse: {
      readonly bytes: number;
      /** @description How its letters are written; mixed: some lines in UTF-8, others in windows-1252. */
      readonly encoding: string;
      /** @description SHA-256 of the file, in hexadecimal digits. */
      readonly importId: string;
      /** @description The first of its lines, read; refused ones with the reason. */
      readonly items: readonly {
        readonly [key: string]: unknown;
      }[];
      /** @enum {string} */
      readonly kind:
        | 'stripe-payout-reconciliation'
        | 'paypal-settlement'
        | 'paypal-transaction-detail'
        | 'camt.053'
        | 'mt940'
        | 'bank-csv';
      /** @description Lines that moved money. */
      readonly lines: number;
      readonly mapping: components['schemas']['MappingNameResponse'] | null;
      /** @description Rows that are as they should be and moved nothing, as pending ones. */
      readonly movedNothing: number;
      /** @description Sums of the file that could not be checked. */
      readonly notes: readonly string[];
      /** @description Lines that cannot be read; they are kept with the reason. */
      readonly refused: number;
      /** @description Net of all lines, by currency. */
      readonly totals: readonly components['schemas']['StatementTotalResponse'][];
    };
    readonly ProblemResponse: {
      /** @example payment-held */
      readonly code: string;
      readonly detail?: string;
      /** @description Of a refusal by a rule: ids, amounts, people and times it names, which `detail` also has. */
      readonly details?: {
        readonly [key: string]: string;
      };
      readonly errors?: readonly components['schemas']['FieldProblemResponse'][];
      /** @description Whether the same request may succeed later. */
      readonly retryable: boolean;
      readonly status: number;
      readonly title: string;
      /** @example urn:assay:problem:payment-held */
      readonly type: string;
    };
    readonly PromotionRequest: {
      /** @description Why to promote although a criterion of the comparison does not hold. */
      readonly override?: string | null;
      readonly reason: string;
      /**
       * Format: uuid
       * @deprecated
       * @description Names the request, from callers that send no `Idempotency-Key`; repeating it is safe.
       */
      readonly requestId?: string | null;
      /**
       * @description The current challenger.
       * @example 2026-12
       */
      readonly version: string;
    };
    readonly ProposalRequest: {
      /** @description Why, for the second person. */
      readonly note: string;
      readonly policy: components['schemas']['PolicyDocument'];
      /**
       * Format: uuid
       * @deprecated
       * @description Names the request, from callers that send no `Idempotency-Key`; repeating it is safe.
       */
      readonly requestId?: string | null;
    };
    readonly RandomApprovalResponse: {
      /** @description Roughly, by the reference rates. */
      readonly amountEur: number;
      /** Format: uuid */
      readonly paymentId: string;
    };
    readonly RandomApprovalsDocument: {
      /** @description What all of a day may come to. */
      readonly dayEurMax: number;
      readonly paymentEurMax: number;
      /** @description Of what would be declined. */
      readonly share: number;
    };
    readonly RandomApprovalsResponse: {
      /** @example 2026-11-21 */
      readonly day: string;
      readonly items: readonly components['schemas']['RandomApprovalResponse'][];
      readonly spentEur: number;
    };
    readonly RefusedLineResponse: {
      /** @description The line as the file has it. */
      readonly raw: string;
      readonly reason: string;
      readonly row: number;
    };
    readonly RefusedPageResponse: {
      readonly items: readonly components['schemas']['RefusedLineResponse'][];
      readonly nextCursor: string | null;
    };
    readonly ReplayRequest: {
      /**
       * @description As in a message; what happened there and later is sent again.
       * @example 1042/1042
       */
      readonly fromPosition: string;
      /**
       * @description What happened there is the last that is sent again. Left out: everything since.
       * @example 2084/2084
       */
      readonly toPosition?: string | null;
    };
    readonly ReplayResponse: {
      /** @description Where to go on: one request looks at 10000 events at most, for two seconds, and lets 10000 messages wait. Null when the end was reached. */
      readonly nextPosition: string | null;
      /** @description Messages put into the queue. */
      readonly queued: number;
    };
    readonly ResolveIncidentRequest: {
      /**
       * @description What ended it.
       * @example the provider is back
       */
      readonly resolution: string;
    };
    readonly ReviewCapacityDocument: {
      /**
       * @description Of a fraud, beside its amount.
       * @example 20
       */
      readonly fraudEur: number;
      /**
       * @description Days and payments from which on there is no bound.
       * @example 28
       */
      readonly knownDays: number;
      /** @example 20 */
      readonly knownPayments: number;
      /**
       * @description Days since a merchant’s first payment before the bound begins to give way.
       * @example 7
       */
      readonly newDays: number;
      /**
       * @description What a review has to be worth at first; not above `sureLossEur`.
       * @example 20
       */
      readonly priceEur: number;
      /**
       * @description Of what is saved up, kept for payments of `sureScore` or `sureLossEur`.
       * @example 5
       */
      readonly reserved: number;
      /**
       * @description What may be saved up while less is held.
       * @example 8
       */
      readonly savedMax: number;
      /**
       * @description Of the payments of new merchants, how many may be held.
       * @example 0.009
       */
      readonly share: number;
      /** @example 250 */
      readonly sureLossEur: number;
      /** @example 0.3 */
      readonly sureScore: number;
    };
    readonly RollbackRequest: {
      readonly reason: string;
      /**
       * Format: uuid
       * @deprecated
       * @description Names the request, from callers that send no `Idempotency-Key`; repeating it is safe.
       */
      readonly requestId?: string | null;
      /** @description An earlier champion; left out: the last one. */
      readonly version?: string | null;
    };
    readonly RollBackRequest: {
      readonly note: string;
      /** @description One that decided before; left out: the last. */
      readonly policyHash?: string | null;
      /**
       * Format: uuid
       * @deprecated
       * @description Names the request, from callers that send no `Idempotency-Key`; repeating it is safe.
       */
      readonly requestId?: string | null;
    };
    readonly RuleAmount: {
      /**
       * @description Minor units, as digits.
       * @example 100000
       */
      readonly amount: string;
      /** @example EUR */
      readonly currency: string;
    };
    readonly RuleDocument: {
      /** @example block-stolen-device */
      readonly id: string;
      /** @description For the analyst who sees what it stopped. */
      readonly reason: string;
      /**
       * @description The strictest rule met decides.
       * @enum {string}
       */
      readonly verdict: 'approve' | 'review' | 'decline';
      /** @description All of them must hold. */
      readonly when: readonly (
        | components['schemas']['FieldCondition']
        | components['schemas']['FeatureCondition']
        | components['schemas']['AmountCondition']
      )[];
    };
    readonly SavedMappingResponse: {
      readonly mapping: {
        readonly [key: string]: unknown;
      };
      readonly name: string;
      /** Format: date-time */
      readonly savedAt: string;
      readonly savedBy: string;
      readonly version: number;
    };
    readonly SilenceRequest: {
      /** @example PaymentSuccessLow */
      readonly alert: string;
      /**
       * @description Labels that the alert must have, `name=value`. None: all of its name.
       * @example [
       *       "provider=stripe"
       *     ]
       */
      readonly labels?: readonly string[] | null;
      /**
       * @description For how long, at most a month.
       * @example 60
       */
      readonly minutes: number;
      /** @example maintenance of the provider */
      readonly reason: string;
    };
    readonly SilenceResponse: {
      readonly alert: string;
      readonly by: string;
      readonly labels: {
        readonly [key: string]: string;
      };
      readonly reason: string;
      /** Format: date-time */
      readonly silencedAt: string;
      /** Format: uuid */
      readonly silenceId: string;
      /** Format: date-time */
      readonly until: string;
    };
    readonly SilencesResponse: {
      readonly items: readonly components['schemas']['SilenceResponse'][];
    };
    readonly SimulatedSpanResponse: {
      /** Format: date-time */
      readonly from: string;
      /** Format: date-time */
      readonly to: string;
    };
    readonly SimulationRequest: {
      /** @description In place of the costs of the policy that is simulated. */
      readonly costs?: components['schemas']['CostsDocument'] | null;
      readonly declineMin?: number | null;
      /**
       * Format: date-time
       * @description Left out: the first.
       */
      readonly from?: string | null;
      /** @description A draft. Without it and without `policyHash`: the policy in force. */
      readonly policy?: components['schemas']['PolicyDocument'] | null;
      /** @description Of a policy that was proposed. */
      readonly policyHash?: string | null;
      /** @description With `declineMin`: in place of the model’s thresholds, where no costs decide. */
      readonly reviewMin?: number | null;
      /**
       * Format: date-time
       * @description Not included itself.
       */
      readonly to?: string | null;
    };
    readonly SimulationRunResponse: {
      /** Format: uuid */
      readonly id: string;
      readonly progress: number;
      /** @description Why it failed. */
      readonly reason: string | null;
      readonly result: components['schemas']['PolicySimulationResponse'] | null;
      /** @enum {string} */
      readonly status: 'running' | 'finished' | 'failed';
    };
    readonly SimulationSideResponse: {
      /** @description Unscored payments are in none. */
      readonly bands: readonly components['schemas']['BandResponse'][];
      /** @description No outcome known because we blocked. */
      readonly blockedThen: components['schemas']['PileResponse'];
      /** @description By rule, also where a stricter one decided. */
      readonly byRule: {
        readonly [key: string]: components['schemas']['OutcomesResponse'];
      };
      readonly byVerdict: components['schemas']['OutcomesByVerdictResponse'];
      /** @description By what was decided then and now: `approve>decline`. */
      readonly changed: {
        readonly [key: string]: components['schemas']['PileResponse'];
      };
      /** @description Null: no fraud is known. */
      readonly fraudCaughtShare: number | null;
      /** @description Null: no honest one is known. */
      readonly insultRate: number | null;
      readonly payments: number;
      readonly perDay: components['schemas']['DayExpectationResponse'];
      readonly policyHash: string;
      readonly reviewPriceEur: number;
    };
    readonly SpanRequest: {
      /**
       * Format: date-time
       * @description Left out: the first.
       */
      readonly from?: string | null;
      /**
       * Format: date-time
       * @description Not included itself.
       */
      readonly to?: string | null;
    };
    readonly StatementTotalResponse: {
      /** @example 1050 */
      readonly amount: string;
      /** @example EUR */
      readonly currency: string;
    };
    readonly StoredEventResponse: {
      readonly commit: string;
      readonly contentType: string;
      /** @description When the store wrote it, in units of 100 ns since 1970. */
      readonly createdTicks: string;
      /** Format: byte */
      readonly data: string;
      /** Format: uuid */
      readonly id: string;
      /** Format: byte */
      readonly metadata: string;
      readonly prepare: string;
      readonly revision: string;
      readonly stream: string;
      readonly type: string;
    };
    readonly SupportRequestRequest: {
      /** @description How many people are affected, as far as it is known. */
      readonly affected?: number | null;
      /**
       * @description What it is about, where the client knows it; the words count all the same.
       * @enum {string|null}
       */
      readonly kind?: 'security' | 'outage' | 'payment' | 'other' | null;
      /**
       * @description What is wrong, in English, Arabic or Indonesian. No data of payers.
       * @example Payments by Stripe fail since this morning
       */
      readonly text: string;
    };
    readonly SupportRequestResponse: {
      /** Format: uuid */
      readonly incidentId: string;
      /** @enum {string} */
      readonly priority: 'P0' | 'P1' | 'P2' | 'P3';
      /** Format: uuid */
      readonly requestId: string;
      /** @description Within how many minutes a person answers. */
      readonly responseMinutes: number;
    };
    readonly TrialRequest: {
      /** @description Of a policy that was proposed. */
      readonly policyHash: string;
      /**
       * Format: uuid
       * @deprecated
       * @description Names the request, from callers that send no `Idempotency-Key`; repeating it is safe.
       */
      readonly requestId?: string | null;
    };
    readonly TroubledEndpointResponse: {
      readonly client: string;
      /** Format: uuid */
      readonly endpointId: string;
      /** Format: date-time */
      readonly since: string;
      /** @enum {string} */
      readonly status: 'active' | 'disabled';
      /**
       * @description key-missing: signing.key is not the one its secret is derived from. set-aside: one of its
       *     events cannot be read.
       * @enum {string}
       */
      readonly trouble: 'gone' | 'failing' | 'key-missing' | 'set-aside';
      readonly url: string;
      /** @description Messages that wait; 100000 stands for more, too. */
      readonly waiting: number;
    };
    readonly UnscoredBoundDocument: {
      readonly eurMax: number;
      readonly minutes: number;
      readonly paymentsMax: number;
    };
    readonly WhatIfRequest: {
      /** @description Left out: the model’s. */
      readonly declineMin?: number | null;
      /** Format: date-time */
      readonly from?: string | null;
      /** @description Left out: the model’s. */
      readonly reviewMin?: number | null;
      /**
       * Format: date-time
       * @description Not included itself.
       */
      readonly to?: string | null;
      /** @description Of a registered model; left out: the champion. */
      readonly version?: string | null;
    };
    readonly WithdrawalRequest: {
      readonly note?: string | null;
      /**
       * Format: uuid
       * @deprecated
       * @description Names the request, from callers that send no `Idempotency-Key`; repeating it is safe.
       */
      readonly requestId?: string | null;
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: {
    /** @description Weak tag of the answer, for `If-None-Match`. */
    readonly ETag: string;
    /** @description The command was recorded before; a first answer has no such header. */
    readonly 'Idempotent-Replayed': 'true';
    /** @description Path of what was created. */
    readonly Location: string;
    /** @description Names the request in the log of the service. A `Request-Id` that the caller sends, of up to 128 letters, digits and `_.:-`, is taken over. */
    readonly 'Request-Id': string;
    /** @description In how many seconds to try again. */
    readonly 'Retry-After': string;
  };
  pathItems: never;
};
export type $defs = Record<string, never>;
export interface operations {
  readonly alerts_alerts: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AlertsResponse'];
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly alerts_test: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly channel: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ChannelTestResponse'];
        };
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No such thing */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly alerts_silences: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['SilencesResponse'];
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly alerts_silence: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['SilenceRequest'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly 'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          readonly Location: components['headers']['Location'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['SilenceResponse'];
        };
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too long a body */
      readonly 413: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not JSON */
      readonly 415: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly alerts_unsilence: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly silenceId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 204: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No such thing */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly approvals_approvals: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ApprovalsResponse'];
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly audit_checkpoints: {
    readonly parameters: {
      readonly query?: {
        /** @description `nextCursor` of the page before. */
        readonly cursor?: string;
        readonly limit?: number;
      };
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['CheckpointsResponse'];
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly audit_sign: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['CheckpointResponse'];
        };
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly audit_evidence: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path: {
        readonly eventId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['EvidenceResponse'];
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No such event, or no head covers it yet */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly audit_keys: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': readonly components['schemas']['AuditKeyResponse'][];
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly audit_leaves: {
    readonly parameters: {
      readonly query: {
        /** @description The first leaf, from 0. */
        readonly from: number;
        readonly limit?: number;
      };
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['LeavesResponse'];
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly audit_consistency: {
    readonly parameters: {
      readonly query: {
        /** @description The size of the earlier head. */
        readonly from: number;
        /** @description The size of the later head. Left out: the last head’s. */
        readonly to?: number;
      };
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ConsistencyResponse'];
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly audit_inclusion: {
    readonly parameters: {
      readonly query?: {
        readonly eventId?: string;
        /** @description Of the event, commit/prepare. Name either this or eventId. */
        readonly position?: string;
        /** @description Of the head to prove it for. Left out: the last head’s. */
        readonly size?: number;
      };
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['InclusionResponse'];
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly audit_status: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AuditStatusResponse'];
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly fraudPolicy_standing: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['FraudPolicyResponse'];
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly fraudPolicy_history: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['PolicyHistoryResponse'];
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly fraudPolicy_propose: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description Names the request of its person; a repeat changes nothing. */
        readonly 'Idempotency-Key'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ProposalRequest'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly 'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['FraudPolicyResponse'];
        };
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description At odds with its state */
      readonly 409: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too long a body */
      readonly 413: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not JSON */
      readonly 415: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly fraudPolicy_list: {
    readonly parameters: {
      readonly query?: {
        /** @description UTC; left out: today. */
        readonly day?: string;
      };
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['RandomApprovalsResponse'];
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly fraudPolicy_rollBack: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description Names the request of its person; a repeat changes nothing. */
        readonly 'Idempotency-Key'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['RollBackRequest'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly 'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['FraudPolicyResponse'];
        };
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description At odds with its state */
      readonly 409: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too long a body */
      readonly 413: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not JSON */
      readonly 415: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly fraudPolicy_simulate: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['SimulationRequest'];
      };
    };
    readonly responses: {
      readonly 202: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['SimulationRunResponse'];
        };
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description At odds with its state */
      readonly 409: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too long a body */
      readonly 413: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not JSON */
      readonly 415: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly fraudPolicy_run: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['SimulationRunResponse'];
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No such thing */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly fraudPolicy_startTrial: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description Names the request of its person; a repeat changes nothing. */
        readonly 'Idempotency-Key'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['TrialRequest'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly 'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['FraudPolicyResponse'];
        };
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description At odds with its state */
      readonly 409: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too long a body */
      readonly 413: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not JSON */
      readonly 415: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly fraudPolicy_endTrial: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description Names the request of its person; a repeat changes nothing. */
        readonly 'Idempotency-Key'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['PolicyRequest'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly 'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['FraudPolicyResponse'];
        };
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description At odds with its state */
      readonly 409: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too long a body */
      readonly 413: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not JSON */
      readonly 415: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly fraudPolicy_report: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['SpanRequest'];
      };
    };
    readonly responses: {
      readonly 202: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['SimulationRunResponse'];
        };
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description At odds with its state */
      readonly 409: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too long a body */
      readonly 413: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not JSON */
      readonly 415: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly fraudPolicy_version: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path: {
        readonly policyHash: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['PolicyVersionResponse'];
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No such thing */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly fraudPolicy_activate: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description Names the request of its person; a repeat changes nothing. */
        readonly 'Idempotency-Key'?: string;
      };
      readonly path: {
        readonly policyHash: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['PolicyRequest'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly 'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['FraudPolicyResponse'];
        };
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No such thing */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description At odds with its state */
      readonly 409: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too long a body */
      readonly 413: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not JSON */
      readonly 415: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly fraudPolicy_withdraw: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description Names the request of its person; a repeat changes nothing. */
        readonly 'Idempotency-Key'?: string;
      };
      readonly path: {
        readonly policyHash: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['WithdrawalRequest'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly 'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['FraudPolicyResponse'];
        };
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No such thing */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description At odds with its state */
      readonly 409: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too long a body */
      readonly 413: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not JSON */
      readonly 415: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly importMappings_list: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': readonly components['schemas']['SavedMappingResponse'][];
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly importMappings_save: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly name: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['CsvMappingRequest'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['SavedMappingResponse'];
        };
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No such thing */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too long a body */
      readonly 413: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not JSON */
      readonly 415: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly imports_list: {
    readonly parameters: {
      readonly query?: {
        /** @description `nextCursor` of the page before. */
        readonly cursor?: string;
        readonly limit?: number;
      };
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ImportPageResponse'];
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly imports_run: {
    readonly parameters: {
      readonly query?: {
        /** @description Left out: as the file itself tells. */
        readonly kind?:
          | 'stripe-payout-reconciliation'
          | 'paypal-settlement'
          | 'paypal-transaction-detail'
          | 'camt.053'
          | 'mt940'
          | 'bank-csv';
        /** @description Which saved mapping reads the columns of a bank’s CSV file. */
        readonly mapping?: string;
        /** @description What the file is called, for people. */
        readonly name?: string;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/octet-stream': string;
      };
    };
    readonly responses: {
      readonly 202: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ImportResponse'];
        };
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too long a body */
      readonly 413: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not JSON */
      readonly 415: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Nothing of the file may be believed */
      readonly 422: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly imports_read: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path: {
        readonly importId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ImportResponse'];
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No such thing */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly imports_differing: {
    readonly parameters: {
      readonly query?: {
        /** @description `nextCursor` of the page before. */
        readonly cursor?: string;
        readonly limit?: number;
      };
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path: {
        readonly importId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['DifferingPageResponse'];
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No such thing */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly imports_refused: {
    readonly parameters: {
      readonly query?: {
        /** @description `nextCursor` of the page before. */
        readonly cursor?: string;
        readonly limit?: number;
      };
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path: {
        readonly importId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['RefusedPageResponse'];
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No such thing */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly imports_preview: {
    readonly parameters: {
      readonly query?: {
        /** @description Left out: as the file itself tells. */
        readonly kind?:
          | 'stripe-payout-reconciliation'
          | 'paypal-settlement'
          | 'paypal-transaction-detail'
          | 'camt.053'
          | 'mt940'
          | 'bank-csv';
        /** @description Which saved mapping reads the columns of a bank’s CSV file. */
        readonly mapping?: string;
        /** @description What the file is called, for people. */
        readonly name?: string;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/octet-stream': string;
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['PreviewResponse'];
        };
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too long a body */
      readonly 413: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not JSON */
      readonly 415: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Nothing of the file may be believed */
      readonly 422: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly incidents_list: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['IncidentsResponse'];
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly incidents_one: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path: {
        readonly incidentId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['IncidentResponse'];
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No such thing */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly incidents_acknowledge: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly incidentId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['IncidentResponse'];
        };
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No such thing */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description At odds with its state */
      readonly 409: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly incidents_assign: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly incidentId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['AssignIncidentRequest'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['IncidentResponse'];
        };
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No such thing */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description At odds with its state */
      readonly 409: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too long a body */
      readonly 413: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not JSON */
      readonly 415: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly incidents_note: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly incidentId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['IncidentNoteRequest'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly 'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['IncidentResponse'];
        };
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No such thing */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description At odds with its state */
      readonly 409: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too long a body */
      readonly 413: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not JSON */
      readonly 415: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly incidents_postMortem: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path: {
        readonly incidentId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'text/markdown': string;
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No such thing */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly incidents_resolve: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly incidentId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ResolveIncidentRequest'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['IncidentResponse'];
        };
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No such thing */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too long a body */
      readonly 413: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not JSON */
      readonly 415: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly incidents_timeline: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path: {
        readonly incidentId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['IncidentTimelineResponse'];
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No such thing */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly jobs_jobs: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': readonly components['schemas']['JobResponse'][];
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly jobs_run: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly name: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['JobEndResponse'];
        };
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No such thing */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly models_models: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ModelsResponse'];
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly models_promote: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description Names the request of its person; a repeat changes nothing. */
        readonly 'Idempotency-Key'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['PromotionRequest'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly 'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ModelsResponse'];
        };
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description At odds with its state */
      readonly 409: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too long a body */
      readonly 413: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not JSON */
      readonly 415: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly models_approve: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly requestId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['DecisionRequest'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ModelsResponse'];
        };
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No such thing */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description At odds with its state */
      readonly 409: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too long a body */
      readonly 413: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not JSON */
      readonly 415: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly models_refuse: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly requestId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['DecisionRequest'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ModelsResponse'];
        };
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No such thing */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description At odds with its state */
      readonly 409: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too long a body */
      readonly 413: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not JSON */
      readonly 415: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly models_rollBack: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description Names the request of its person; a repeat changes nothing. */
        readonly 'Idempotency-Key'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['RollbackRequest'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly 'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ModelsResponse'];
        };
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description At odds with its state */
      readonly 409: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too long a body */
      readonly 413: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not JSON */
      readonly 415: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly onCall_show: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['OnCallResponse'];
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly onCall_schedule: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly role:
          'support-engineer' | 'senior-engineer' | 'tech-lead' | 'engineering-manager' | 'cto';
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['OnCallScheduleRequest'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['OnCallResponse'];
        };
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No such thing */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too long a body */
      readonly 413: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not JSON */
      readonly 415: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly onCall_override: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['OnCallOverrideRequest'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly 'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['OnCallResponse'];
        };
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too long a body */
      readonly 413: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not JSON */
      readonly 415: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly reports_measures: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path: {
        readonly period: 'weekly' | 'monthly';
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly [key: string]: unknown;
          };
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No such thing */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly reports_page: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path: {
        readonly period: 'weekly' | 'monthly';
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'text/html': string;
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No such thing */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly incidents_ask: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['SupportRequestRequest'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly 'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          readonly Location: components['headers']['Location'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['SupportRequestResponse'];
        };
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too long a body */
      readonly 413: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not JSON */
      readonly 415: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly webhookEndpoints_list: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': readonly components['schemas']['EndpointResponse'][];
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly webhookEndpoints_register: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['EndpointRequest'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly 'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          readonly Location: components['headers']['Location'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['EndpointResponse'];
        };
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description At odds with its state */
      readonly 409: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too long a body */
      readonly 413: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not JSON */
      readonly 415: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly webhookEndpoints_read: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path: {
        readonly endpointId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['EndpointResponse'];
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No such thing */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly webhookEndpoints_remove: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly endpointId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 204: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No such thing */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly webhookEndpoints_edit: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly endpointId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['EndpointEditRequest'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly 'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['EndpointResponse'];
        };
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No such thing */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description At odds with its state */
      readonly 409: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too long a body */
      readonly 413: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not JSON */
      readonly 415: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly webhookEndpoints_abandoned: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path: {
        readonly endpointId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': readonly components['schemas']['AbandonedMessageResponse'][];
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No such thing */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly webhookEndpoints_revive: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly endpointId: string;
        readonly messageId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 202: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No such thing */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description At odds with its state */
      readonly 409: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly webhookDeliveries_ofEndpoint: {
    readonly parameters: {
      readonly query?: {
        /** @description `nextCursor` of the page before, with the same filters. */
        readonly cursor?: string;
        /** @description Begun at or after. */
        readonly from?: string;
        readonly limit?: number;
        readonly outcome?: 'under-way' | 'arrived' | 'failed' | 'gone' | 'unknown';
        /** @description Begun before. */
        readonly to?: string;
        readonly type?:
          | 'payment.initiated'
          | 'payment.held'
          | 'payment.approved'
          | 'payment.rejected'
          | 'payment.payer_action_required'
          | 'payment.authorised'
          | 'payment.declined'
          | 'payment.expired'
          | 'payment.incremented'
          | 'payment.increment_declined'
          | 'payment.reauthorised'
          | 'payment.reauthorisation_failed'
          | 'payment.cancelled'
          | 'payment.cancellation_failed'
          | 'payment.voided'
          | 'payment.void_failed'
          | 'payment.captured'
          | 'payment.capture_failed'
          | 'payment.capture_reversed'
          | 'payment.refund_requested'
          | 'payment.refunded'
          | 'payment.refund_failed'
          | 'payment.refund_reversed'
          | 'dispute.opened'
          | 'dispute.advanced'
          | 'dispute.funds_withdrawn'
          | 'dispute.funds_reinstated'
          | 'dispute.won'
          | 'dispute.lost'
          | 'dispute.closed'
          | 'payment.fraud_reported'
          | 'webhook.test';
      };
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path: {
        readonly endpointId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['DeliveriesResponse'];
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No such thing */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly webhookEndpoints_enable: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly endpointId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['EndpointResponse'];
        };
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No such thing */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description At odds with its state */
      readonly 409: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly webhookDeliveries_replay: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly endpointId: string;
        readonly messageId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 202: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No such thing */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description At odds with its state */
      readonly 409: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly webhookEndpoints_replay: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly endpointId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ReplayRequest'];
      };
    };
    readonly responses: {
      readonly 202: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ReplayResponse'];
        };
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No such thing */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description At odds with its state */
      readonly 409: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too long a body */
      readonly 413: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not JSON */
      readonly 415: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly webhookEndpoints_replaceSecret: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly endpointId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly 'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['EndpointResponse'];
        };
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No such thing */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description At odds with its state */
      readonly 409: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly webhookDeliveries_test: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly endpointId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly 'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['DeliveryResponse'];
        };
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No such thing */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description At odds with its state */
      readonly 409: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly webhookEndpoints_attention: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': readonly components['schemas']['TroubledEndpointResponse'][];
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly webhookDeliveries_ofMessage: {
    readonly parameters: {
      readonly query?: {
        /** @description `nextCursor` of the page before, with the same filters. */
        readonly cursor?: string;
        /** @description Begun at or after. */
        readonly from?: string;
        readonly limit?: number;
        readonly outcome?: 'under-way' | 'arrived' | 'failed' | 'gone' | 'unknown';
        /** @description Begun before. */
        readonly to?: string;
        readonly type?:
          | 'payment.initiated'
          | 'payment.held'
          | 'payment.approved'
          | 'payment.rejected'
          | 'payment.payer_action_required'
          | 'payment.authorised'
          | 'payment.declined'
          | 'payment.expired'
          | 'payment.incremented'
          | 'payment.increment_declined'
          | 'payment.reauthorised'
          | 'payment.reauthorisation_failed'
          | 'payment.cancelled'
          | 'payment.cancellation_failed'
          | 'payment.voided'
          | 'payment.void_failed'
          | 'payment.captured'
          | 'payment.capture_failed'
          | 'payment.capture_reversed'
          | 'payment.refund_requested'
          | 'payment.refunded'
          | 'payment.refund_failed'
          | 'payment.refund_reversed'
          | 'dispute.opened'
          | 'dispute.advanced'
          | 'dispute.funds_withdrawn'
          | 'dispute.funds_reinstated'
          | 'dispute.won'
          | 'dispute.lost'
          | 'dispute.closed'
          | 'payment.fraud_reported'
          | 'webhook.test';
      };
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path: {
        readonly messageId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['DeliveriesResponse'];
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No such thing */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly models_start: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['WhatIfRequest'];
      };
    };
    readonly responses: {
      readonly 202: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly [key: string]: unknown;
          };
        };
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description At odds with its state */
      readonly 409: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too long a body */
      readonly 413: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not JSON */
      readonly 415: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly models_run: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly [key: string]: unknown;
          };
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No such thing */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
  readonly models_page: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description The `ETag` of an earlier answer; 304 without a body where nothing changed. */
        readonly 'If-None-Match'?: string;
      };
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'text/html': string;
        };
      };
      /** @description As it was when the caller read it */
      readonly 304: {
        headers: {
          readonly ETag: components['headers']['ETag'];
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Malformed */
      readonly 400: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No key */
      readonly 401: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Not your role */
      readonly 403: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description No such thing */
      readonly 404: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Too many wrong keys */
      readonly 429: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
      /** @description Try again */
      readonly 503: {
        headers: {
          readonly 'Request-Id': components['headers']['Request-Id'];
          readonly 'Retry-After': components['headers']['Retry-After'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['ProblemResponse'];
        };
      };
    };
  };
}
