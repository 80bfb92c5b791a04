/** Made by `npm run api:types` from the service's OpenAPI document; do not edit. */
export interface paths {
    "/.well-known/jwks.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Public keys of everything the service signs */
        get: operations["JwksController_jwks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Machines of organisations by name */
        get: operations["ClientsController_list"];
        put?: never;
        /** Make a client; its secret is shown once */
        post: operations["ClientsController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/clients/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Shut a client out at once */
        post: operations["ClientsController_disable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/clients/{id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a client in again */
        post: operations["ClientsController_enable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/clients/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new secret; the old one and every token made with it end at once */
        post: operations["ClientsController_rotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Organisations by name */
        get: operations["OrganisationsController_list"];
        put?: never;
        /** Register an organisation */
        post: operations["OrganisationsController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People by user name */
        get: operations["UsersController_list"];
        put?: never;
        /** Make an account */
        post: operations["UsersController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/users/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Shut somebody else out; ends their sessions */
        post: operations["UsersController_disable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/users/{id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let somebody in again */
        post: operations["UsersController_enable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/users/{id}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Give somebody else a new password; ends their sessions */
        put: operations["UsersController_resetPassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/users/{id}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Give somebody else these roles and no others; ends their sessions */
        put: operations["UsersController_setRoles"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened and who did it, newest first */
        get: operations["AuditController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Walk the hash chain and name the first link that does not hold */
        get: operations["AuditController_verify"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in; sets the session cookie */
        post: operations["AuthController_login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["AuthController_logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["AuthController_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/oidc": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether people can sign in with an identity provider */
        get: operations["OidcController_state"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/oidc/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the identity provider sends the browser back to */
        get: operations["OidcController_callback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/oidc/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Send the browser to the identity provider; ?returnTo= is where it ends up */
        get: operations["OidcController_start"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change the own password; ends every session */
        put: operations["AuthController_password"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/compensation/allotments/{id}/explanation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 为什么是这个数 Why a household gets this amount, in Chinese and English, with clauses */
        get: operations["CalculationController_explain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/compensation/bank-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PaymentController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/compensation/batches/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The payment file in the layout of the bank */
        get: operations["PaymentController_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/compensation/batches/{id}/returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The bank's return file, the body of the request; taken in whole or not at all */
        post: operations["PaymentController_take"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/compensation/deadlines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is late in the programmes one sees, the longest first, with the rule it rests on */
        get: operations["DeadlineController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/compensation/decisions/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm, by another person than who proposed it */
        post: operations["WithholdingController_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/compensation/decisions/{id}/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Money given back on a claim */
        post: operations["WithholdingController_receive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/compensation/decisions/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["WithholdingController_reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/compensation/grassland/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A subsidy of another scheme on a parcel; refused where one is drawn already */
        post: operations["GrasslandController_claim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/compensation/grassland/fines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GrasslandController_fined"];
        put?: never;
        /** Propose a fine; it stands in a book of its own */
        post: operations["GrasslandController_propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/compensation/grassland/fines/{id}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Impose or reject, by another person than who proposed it */
        post: operations["GrasslandController_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/compensation/grassland/fines/{id}/payment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["GrasslandController_pay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/compensation/grassland/parcels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Parcels with the subsidies drawn on them */
        get: operations["GrasslandController_list"];
        put?: never;
        /** Contracts and parcels as CSV, the body of the request; taken in whole or not at all */
        post: operations["GrasslandController_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/compensation/notices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The published list of a banner, names and numbers masked, in the days of the notice */
        get: operations["NoticeController_published"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/compensation/programmes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Programmes, newest first */
        get: operations["ProgrammeController_list"];
        put?: never;
        /** Draft a programme: legal basis, parties, period, pool, method */
        post: operations["ProgrammeController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/compensation/programmes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A programme with the log of what was done on it */
        get: operations["ProgrammeController_one"];
        /** Change a draft; an older revision is refused */
        put: operations["ProgrammeController_change"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/compensation/programmes/{id}/allotments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the households of a banner are due; names masked */
        get: operations["CalculationController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/compensation/programmes/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve after the notice, or return with remarks */
        post: operations["NoticeController_approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/compensation/programmes/{id}/arrears": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Due, paid, failed, pending, not issued, by banner; days since the money was received */
        get: operations["PaymentController_report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/compensation/programmes/{id}/batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Payment batches, newest first, with what the bank has answered */
        get: operations["PaymentController_all"];
        put?: never;
        /** A batch of everything that is approved and was not issued */
        post: operations["PaymentController_pay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/compensation/programmes/{id}/book": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The programme's money in the ledger beside its payments, by banner */
        get: operations["PaymentController_book"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/compensation/programmes/{id}/calculate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Calculate every household, banner by banner; asked twice, there is one run */
        post: operations["CalculationController_start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/compensation/programmes/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close a programme that is paid in full */
        post: operations["NoticeController_close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/compensation/programmes/{id}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Decisions on households, newest first, with their signed lines */
        get: operations["WithholdingController_list"];
        put?: never;
        /** Propose to hold, reduce, stop or recover the payment of a household, with its document */
        post: operations["WithholdingController_propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/compensation/programmes/{id}/failed-payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PaymentController_failed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/compensation/programmes/{id}/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GrasslandController_found"];
        put?: never;
        /** Take over the findings of a check of forage and livestock */
        post: operations["GrasslandController_take"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/compensation/programmes/{id}/households": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Households of a banner, masked */
        get: operations["RosterController_listHouseholds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/compensation/programmes/{id}/households/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The household with an identity, card or household number, and its figure; in a body, so that no log keeps it */
        post: operations["RosterController_search"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/compensation/programmes/{id}/notice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open the public notice */
        post: operations["NoticeController_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/compensation/programmes/{id}/objections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["NoticeController_objections"];
        put?: never;
        /** Note an objection that was received */
        post: operations["NoticeController_object"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/compensation/programmes/{id}/objections/{objection}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["NoticeController_resolve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/compensation/programmes/{id}/parameters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ProgrammeController_listParameters"];
        put?: never;
        /** A dated value for the region, a league or a banner; the longest code wins */
        post: operations["ProgrammeController_addParameter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/compensation/programmes/{id}/parameters/{parameter}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["ProgrammeController_removeParameter"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/compensation/programmes/{id}/parcel-check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where roster and register differ, and parcels that draw another subsidy */
        get: operations["GrasslandController_check"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/compensation/programmes/{id}/reissues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** New payments for what failed, each pointing to the old one */
        post: operations["PaymentController_reissue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/compensation/programmes/{id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pass the figures, or return them with remarks */
        post: operations["NoticeController_review"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/compensation/programmes/{id}/rosters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["RosterController_list"];
        put?: never;
        /** A roster as CSV (UTF-8 or GB18030), the body of the request; a job takes it in whole or not */
        post: operations["RosterController_upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/compensation/programmes/{id}/runs/{run}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A calculation: region, leagues and banners with their sums, faults, what bars approval */
        get: operations["CalculationController_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/compensation/programmes/{id}/runs/{run}/changed-households": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The households of a banner whose figure changes most */
        get: operations["CalculationController_changedHouseholds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/compensation/programmes/{id}/runs/{run}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who changes against the calculation before, by banner */
        get: operations["CalculationController_changed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/compensation/published": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Programmes under public notice, approved, paid or closed: sums by banner, nobody named */
        get: operations["NoticeController_publishedList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/compensation/rosters/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A roster, how far its import has come, and its first faults */
        get: operations["RosterController_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/compensation/rosters/{id}/faults": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file that came in, bad cells marked: a workbook while it is small, else CSV */
        get: operations["RosterController_faults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/compensation/rosters/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the households of a roster out of a draft again */
        post: operations["RosterController_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ecoproduct/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Issued GEP accounts, newest period first */
        get: operations["GepController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ecoproduct/accounts/{filing}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An issued account by service and ecosystem, market and non-market apart */
        get: operations["GepController_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ecoproduct/accounts/{filing}/uncertainty": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Draw its parameters again and again: P5, P50, P95; the seed repeats it */
        post: operations["GepController_draw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ecoproduct/accounts/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A region's accounts at current prices and at those of a base year */
        get: operations["GepController_series"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ecoproduct/accounts/years": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest account of each region and year: a map over the regions, a line over the years */
        get: operations["GepController_ofYears"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ecoproduct/audits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hold a published GEP table against arithmetic and physics; nothing is kept */
        post: operations["AuditorController_text"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ecoproduct/audits/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The same for a workbook or CSV; each worksheet by itself */
        post: operations["AuditorController_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ecoproduct/audits/filings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same for our own calculated account */
        get: operations["AuditorController_filing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ecoproduct/indicators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Targets of the plan, what was observed, where each stands */
        get: operations["IndicatorController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ecoproduct/indicators/{code}/observations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A published figure with its source */
        post: operations["IndicatorController_observe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ecoproduct/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Products, newest first: what is published, and all of one’s own */
        get: operations["CatalogueController_list"];
        put?: never;
        /** Draft a product */
        post: operations["CatalogueController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ecoproduct/products/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["CatalogueController_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ecoproduct/products/{id}/matches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open listings and last deals of the market for what this product is traded as */
        get: operations["MatchesController_matches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ecoproduct/products/{id}/observations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A monitoring value with its day and source */
        post: operations["CatalogueController_observe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ecoproduct/products/{id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Submit, publish, suspend, retire: its holder and the trading centre each take their steps */
        post: operations["CatalogueController_move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ecoproduct/products/export.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the filters find, in the layout of the import */
        get: operations["CatalogueController_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ecoproduct/products/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Products as a workbook or CSV; every bad cell is named and nothing is half taken */
        post: operations["CatalogueController_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ecoproduct/products/map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many products each region has */
        get: operations["CatalogueController_map"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ecoproduct/products/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Indicators with their classes */
        get: operations["CatalogueController_indicators"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ecoproduct/products/template.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Empty workbook of the catalogue */
        get: operations["CatalogueController_template"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ecoproduct/raster-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["RasterRunController_list"];
        put?: never;
        /** A method's column over rasters, summed by zone; computed in parts by any number of workers */
        post: operations["RasterRunController_start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ecoproduct/raster-runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a run is, and its sums */
        get: operations["RasterRunController_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ecoproduct/raster-runs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["RasterRunController_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ecoproduct/raster-runs/{id}/picture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["RasterRunController_picture"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ecoproduct/raster-runs/{id}/raster": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["RasterRunController_raster"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ecoproduct/raster-runs/columns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Columns of methods that can be computed by cell, with the factors they need */
        get: operations["RasterRunController_columns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ecoproduct/rasters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["RasterController_list"];
        put?: never;
        /** A GeoTIFF of one band, the body of the request; nodata, place and projection must be in its header */
        post: operations["RasterController_upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ecoproduct/rasters/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["RasterController_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ecoproduct/rasters/zones": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A zone raster from polygons; zones that overlap are refused */
        post: operations["RasterController_draw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ecoproduct/rule-sets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rule sets with their indicator trees, the price book, quantities to try them on */
        get: operations["RuleSetController_all"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ecoproduct/rule-sets/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The difference of two accounts, split exactly into indicator, formula, parameter, price, data */
        post: operations["RuleSetController_compare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ecoproduct/rule-sets/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An account over years at current and at constant prices, with volume and price effect */
        post: operations["RuleSetController_series"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ecoproduct/seea": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SeeaController_list"];
        put?: never;
        /** Take supply and use tables from an issued GEP account, by reference with its hash */
        post: operations["SeeaController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ecoproduct/seea/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SeeaController_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ecoproduct/seea/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close it, by another person than who took it; refused while an identity does not hold */
        post: operations["SeeaController_close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ecoproduct/seea/{id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The account as a report to read and print */
        get: operations["SeeaController_html"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ecoproduct/seea/{id}/report.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as PDF, where Chromium is installed */
        get: operations["SeeaController_pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ecoproduct/seea/{id}/tables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Import tables from the exported workbook, or one as CSV; all or nothing */
        post: operations["SeeaController_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ecoproduct/seea/{id}/tables.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All tables as a workbook, which can be imported again */
        get: operations["SeeaController_workbook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ecoproduct/seea/{id}/tables/{table}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One table as CSV */
        get: operations["SeeaController_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ecoproduct/seea/layout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tables with their lines and columns in both languages */
        get: operations["SeeaController_layout"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ecoproduct/uses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["UseController_list"];
        put?: never;
        /** Buy, compensate, pledge or claim for damage on an issued account; what is used already is refused with its first use */
        post: operations["UseController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ecoproduct/uses/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["UseController_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ecoproduct/uses/{id}/instalments/{n}/payment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An instalment was paid; by another person than who made the use */
        post: operations["UseController_pay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ecoproduct/uses/{id}/quality": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The quality check on which later instalments wait */
        post: operations["UseController_quality"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ecoproduct/uses/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the use, by another person; what it used is free again */
        post: operations["UseController_release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/factor-exports/factors.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Factors that a search finds, under the headings that an import takes */
        get: operations["ExportController_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/factor-exports/factors.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Factors that a search finds */
        get: operations["ExportController_json"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/factor-impacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Filings that new versions of factors would move, from what to what */
        get: operations["ShadowController_impacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/factor-impacts/{shadow}/{filing}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept: file the same again with the new versions. Keep: leave it as it is */
        post: operations["ShadowController_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/factor-imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose every row of the spreadsheet, or none: bad cells are named by address */
        post: operations["ImportController_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/factor-imports/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the import would propose, or every bad cell by its address */
        post: operations["ImportController_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/factor-imports/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Columns of an .xlsx or CSV with their first cells, and which field each may be */
        post: operations["ImportController_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/factor-proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Proposals, newest first */
        get: operations["ProposalController_list"];
        put?: never;
        /** Propose new factors or new versions; every fault is named by row and field */
        post: operations["ProposalController_propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/factor-proposals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ProposalController_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/factor-proposals/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish, or send back with remarks; never the person who proposed it */
        post: operations["ProposalController_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/factor-proposals/{id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is proposed, with the version before beside it */
        get: operations["ProposalController_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/factor-proposals/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back a proposal of your own that nobody has decided */
        post: operations["ProposalController_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/factor-shadows/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A shadow run: the versions, how far it is, how many filings would move */
        get: operations["ShadowController_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/factor-withdrawals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Withdrawals, newest first */
        get: operations["WithdrawalController_list"];
        put?: never;
        /** Ask for a version of a factor to be withdrawn; another person passes it */
        post: operations["WithdrawalController_propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/factor-withdrawals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["WithdrawalController_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/factor-withdrawals/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pass, or send back with remarks; never the person who asked */
        post: operations["WithdrawalController_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/factor-withdrawals/{id}/filings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Filings whose result rests on the version, as far as one may see them */
        get: operations["WithdrawalController_filings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/factor-withdrawals/{id}/take-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back what nobody has decided and you asked for */
        post: operations["WithdrawalController_takeBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/factors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Factors with source and confidence: best matches first, then by id */
        get: operations["ReferenceController_factors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/factors/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A factor in all its versions, newest first, with what each says in other GWP sets */
        get: operations["ReferenceController_factor"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/filings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Filings, newest first */
        get: operations["FilingController_list"];
        put?: never;
        /** Draft a filing */
        post: operations["FilingController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/filings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["FilingController_one"];
        /** Save a changed draft; refused on a stale revision */
        put: operations["FilingController_change"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/filings/{id}/export.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is filed, and the result once there is one */
        get: operations["WorkbookController_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/filings/{id}/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read a workbook; answers the input it holds, or every fault by cell. The draft is saved apart */
        post: operations["WorkbookController_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/filings/{id}/issue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Issue what the approved result stands for: a label for a footprint */
        post: operations["IssueController_issue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/filings/{id}/readiness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a label for this filing needs, and what is there */
        get: operations["ReadinessController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/filings/{id}/readiness/{item}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** State that an item is there, and by which document */
        put: operations["ReadinessController_declare"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/filings/{id}/restatement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The figures of a filing by another GWP set; nothing is filed or stored */
        get: operations["RestatementController_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/filings/{id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve, or return with remarks; never by somebody who wrote in it */
        post: operations["ReviewController_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/filings/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Calculate and hand in for review */
        post: operations["FilingController_submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/filings/template.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Empty workbook of a method, with units, notes and drop-downs */
        get: operations["WorkbookController_template"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/gwp-sets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Global warming potentials, one set per table of a report */
        get: operations["ReferenceController_gwpSets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Jobs, newest first; `dead` ones were given up and wait for somebody */
        get: operations["JobsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}/revive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a dead job another round of attempts */
        post: operations["JobsController_revive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/label-kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Kinds of label: what each says and needs */
        get: operations["DossierController_kinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/labels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Labels, newest first */
        get: operations["LabelController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/labels/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A label with its signature (JWS, ES256; keys at /.well-known/jwks.json) */
        get: operations["LabelController_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/labels/{number}/certificate.html": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The certificate on one sheet, by the configured template */
        get: operations["DossierController_certificate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/labels/{number}/certificate.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The certificate as PDF; 503 where there is nothing to print with */
        get: operations["DossierController_certificatePdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/labels/{number}/dossier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What stands behind a label, for its holder and those who oversee */
        get: operations["DossierController_summary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/labels/{number}/dossier.html": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The dossier as one page, to read or to print */
        get: operations["DossierController_page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/labels/{number}/dossier.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The dossier as PDF; 503 where there is nothing to print with */
        get: operations["DossierController_pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/labels/{number}/dossier.zip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The dossier for machines: JSON, sheet, CSV, both pages, and a signed manifest */
        get: operations["DossierController_archive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/labels/{number}/qr.svg": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** QR code of the public page */
        get: operations["LabelController_qr"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/labels/{number}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw a label; its page says so at once */
        post: operations["LabelController_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts with their balances: an enterprise's own; those who oversee see all */
        get: operations["AccountsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["AccountsController_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/accounts/{id}/balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Balance at the end of a past day */
        get: operations["AccountsController_balance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/accounts/{id}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Statement of an account, newest entry first */
        get: operations["AccountsController_entries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/assets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the book keeps: units and money */
        get: operations["AccountsController_assets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/claim-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What can be used once only, and for what */
        get: operations["ClaimsController_rules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Entries of the no-double-use register, newest first; those who oversee see all */
        get: operations["ClaimsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/claims/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ClaimsController_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/claims/{number}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a use by a signed counter-entry; what it used is free again */
        post: operations["ClaimsController_release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/positions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is held, by asset and vintage and what it is there for */
        get: operations["PositionsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** That all that was issued is held by somebody, once */
        get: operations["PositionsController_proof"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/trial-balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every asset by purpose; each adds up to zero */
        get: operations["AccountsController_trial"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Recomputes the chain, every balance and every serial */
        get: operations["AccountsController_verify"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/market/auctions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["AuctionController_list"];
        put?: never;
        /** Announce a one-way auction; the units are put on hold */
        post: operations["AuctionController_announce"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/market/auctions/{id}/bids": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A sealed bid; its money is put on hold */
        post: operations["AuctionController_bid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/market/auctions/{id}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Settle an auction that is over; by the clock it happens by itself */
        post: operations["AuctionController_settle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/market/bids/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["AuctionController_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/market/bulletin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A day's deals by asset: open, high, low, close, quantities and amounts */
        get: operations["TradingController_bulletin"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/market/deals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own deals; all for those who oversee */
        get: operations["TradingController_deals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/market/deals/{id}/contract": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["TradingController_contract"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/market/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Published days of the national market: prices, tonnes, yuan */
        get: operations["TradingController_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/market/listings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["TradingController_listings"];
        put?: never;
        /** Offer to sell or to buy; what is offered is put on hold */
        post: operations["TradingController_offer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/market/listings/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["TradingController_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/market/listings/{id}/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take all or part of an offer: units against money, at once */
        post: operations["TradingController_take"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/market/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sizes, bands and fees by kind and mode, dated, with their sources */
        get: operations["TradingController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/method-proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["MethodProposalController_list"];
        put?: never;
        /** Propose a new version of a sheet, or a new sheet */
        post: operations["MethodProposalController_propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/method-proposals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A proposal with what the compiler, its examples and the comparison say of it */
        get: operations["MethodProposalController_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/method-proposals/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish, or send back with remarks; never the person who proposed it */
        post: operations["MethodProposalController_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/method-proposals/{id}/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Calculate rows with the proposed sheet; nothing is stored */
        post: operations["MethodProposalController_try"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/method-proposals/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back a proposal of your own that nobody has decided */
        post: operations["MethodProposalController_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/method-proposals/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a sheet would meet: faults by place, its examples, what it changes. Nothing is stored */
        post: operations["MethodProposalController_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/methods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Method sheets: every version, with source and validity */
        get: operations["MethodsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/methods/{domain}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One method sheet: parameters, tables, formulas, examples */
        get: operations["MethodsController_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/methods/{domain}/{name}/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What differs between two versions, place by place */
        get: operations["MethodsController_compare"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/methods/{domain}/{name}/constants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Constants that the sheet holds as provisional, what was entered for them, and what is in force */
        get: operations["ConstantsController_view"];
        put?: never;
        /** Enter every constant from the official text: value, unit, clause; every fault is named */
        post: operations["ConstantsController_enter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/methods/{domain}/{name}/constants/{number}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve, or send back with remarks; never by whoever entered them */
        post: operations["ConstantsController_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/methods/{domain}/{name}/constants/{number}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back an entry of your own that nobody has decided */
        post: operations["ConstantsController_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/methods/{domain}/{name}/examples": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The worked examples of a sheet, calculated: every figure beside the one that is expected */
        get: operations["MethodsController_examples"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/methods/{domain}/{name}/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Calculate rows with a sheet, and explain a figure; nothing is stored */
        post: operations["MethodsController_try"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/methods/{domain}/{name}/yaml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The sheet as it was written */
        get: operations["MethodsController_yaml"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pact/footprints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What partners can see, newest first */
        get: operations["ExchangeController_published"];
        put?: never;
        /** Publish the footprint of a label to partners; they are told */
        post: operations["ExchangeController_publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pact/footprints/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ExchangeController_publishedOne"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pact/footprints/{id}/deprecate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Deprecate for good; partners are told */
        post: operations["ExchangeController_deprecate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pact/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Events of partners, newest first */
        get: operations["ExchangeController_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pact/lint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Strict check of a footprint: rule, place (JSON pointer), reason in both languages */
        post: operations["ExchangeController_lint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pact/outbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Events to partners, newest first */
        get: operations["ExchangeController_messages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pact/outbox/{id}/attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every attempt to deliver a message */
        get: operations["ExchangeController_attempts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pact/outbox/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a dead letter another 72 hours */
        post: operations["ExchangeController_retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pact/partners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Partners by name: the allow-list of the exchange */
        get: operations["PartnerController_list"];
        put?: never;
        /** Register a partner; its secret for our host is shown once */
        post: operations["PartnerController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pact/partners/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change name, address, credentials or what it may see */
        put: operations["PartnerController_change"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pact/partners/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Shut a partner out at once */
        post: operations["PartnerController_disable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pact/partners/{id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a partner in again */
        post: operations["PartnerController_enable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pact/partners/{id}/pull": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read the list of its footprints in the background */
        post: operations["PartnerController_pull"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pact/partners/{id}/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for footprints; the answer comes as an event */
        post: operations["PartnerController_ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pact/partners/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new secret for our host; the old one and its tokens end at once */
        post: operations["PartnerController_rotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pact/received": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Partners' footprints, newest first */
        get: operations["ExchangeController_received"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pact/received/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ExchangeController_receivedOne"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reconciliation/breaks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Differences of all days that are not settled, the oldest first */
        get: operations["ReconciliationController_allBreaks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reconciliation/breaks/{id}/candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a difference is about, and what could belong to it */
        get: operations["ReconciliationController_candidates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reconciliation/breaks/{id}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what a difference is and how it ends; another person settles it */
        post: operations["ReconciliationController_explain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reconciliation/breaks/{id}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ReconciliationController_settle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reconciliation/breaks/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take differences on, or give them up */
        post: operations["ReconciliationController_assign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reconciliation/breaks/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many differences wait, by kind and by trading days since the trade */
        get: operations["ReconciliationController_counts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reconciliation/breaks/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** One explanation for many differences; all or none */
        post: operations["ReconciliationController_explainMany"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reconciliation/breaks/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Settle many explained differences; all or none */
        post: operations["ReconciliationController_settleMany"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reconciliation/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Trading days, newest first */
        get: operations["ReconciliationController_days"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reconciliation/days/{date}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReconciliationController_day"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reconciliation/days/{date}/books/{book}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand in one of the three books (CSV in UTF-8 or GBK, or xlsx); a new one replaces the old one */
        post: operations["ReconciliationController_upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reconciliation/days/{date}/breaks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReconciliationController_breaks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reconciliation/days/{date}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close and sign the day; refused while a difference is unsettled */
        post: operations["ReconciliationController_close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reconciliation/days/{date}/match": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Match the three books; differences keep their explanations */
        post: operations["ReconciliationController_match"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reconciliation/days/{date}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The report of a matched day: a page (html), its PDF where Chromium is, or a workbook (xlsx) */
        get: operations["ReconciliationController_report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/regions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Regions: GB/T 2260 for Inner Mongolia, provinces, grids, countries */
        get: operations["ReferenceController_regions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/accounts/{id}/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The statement of an account for a period, as a workbook */
        get: operations["AccountStatementController_statement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/allocations/from-statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose the initial allocation of an issued allocation account; another person approves it */
        post: operations["ObligationController_allocate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/assets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a series known: a vintage, a project and period, a pollutant and year */
        post: operations["RegistryController_asset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is due when, and whether one has done it */
        get: operations["ObligationController_calendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/carry-over/{organisation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How much an organisation may carry over, by which figures */
        get: operations["CarryOverController_limits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/holders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Organisations by name, to name a counterparty; names are all it tells */
        get: operations["RegistryController_holders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/obligations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is due, surrendered, held and missing; the deadline and the rule behind it */
        get: operations["ObligationController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/obligations/{organisation}/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Record the verified emissions of a year; a correction is audited with both values */
        put: operations["ObligationController_record"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/obligations/{organisation}/{year}/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How to meet an obligation with what is held; what is missing, what it costs */
        get: operations["ObligationController_plan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/obligations/from-statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the verified emissions of an issued inventory as the obligation of its year */
        post: operations["ObligationController_fromStatement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/operations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Operations, newest first */
        get: operations["RegistryController_operations"];
        put?: never;
        /** Ask for an operation; where it moves units or money of weight, another person approves it */
        post: operations["RegistryController_ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/operations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["RegistryController_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/operations/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve, as another person than who asked; the book answers at once */
        post: operations["RegistryController_approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/operations/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["RegistryController_reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/pledges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Pledges, newest first: to whom, what they are worth, what is lent on them */
        get: operations["PledgeController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Obligations that near their deadline or are past it, as far as one may see them */
        get: operations["ObligationController_reminders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registry/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Kinds of assets, operations and compliance years, each with source and confidence */
        get: operations["RegistryController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Filings that wait for a review, or were approved or returned */
        get: operations["ReviewController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["RunController_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["RunController_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/comparison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own results by this method over the years; quartiles of others where they are enough */
        get: operations["RunController_compare"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Progress as server-sent events, until the run is over */
        get: operations["RunController_watch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why a figure is what it is, as a tree */
        get: operations["RunController_explain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sink/equations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Biomass equations of trees with the range they were fitted in */
        get: operations["UncertaintyController_equations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sink/equations/spread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The same trees by every equation of their species */
        post: operations["UncertaintyController_spread"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sink/evidence/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file itself: a photo may show where a plot lies */
        get: operations["FieldController_openEvidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sink/field-forms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The field forms, their columns, and the species that have an equation */
        get: operations["ImportController_forms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sink/field-forms/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The field forms as a workbook to fill in */
        get: operations["ImportController_template"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sink/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An import, how far it has come, its first faults and warnings */
        get: operations["ImportController_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sink/imports/{id}/faults": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file that came in, bad cells marked: a workbook while it is small, else CSV */
        get: operations["ImportController_faults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sink/imports/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the rows of an import out again; its plots stay */
        post: operations["ImportController_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sink/monitoring-periods/{period}/stage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reductions of a period: published by the owner, registered once verified, then issued */
        post: operations["StageController_reductions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sink/monitoring-periods/{period}/verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a verification of the result of a period; never by somebody of the owner */
        post: operations["VerificationController_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sink/outside-claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["OutsideClaimController_list"];
        put?: never;
        /** Record land that another scheme counts; projects that overlap it are refused */
        post: operations["OutsideClaimController_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sink/outside-claims/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The other scheme counts the land no longer */
        post: operations["OutsideClaimController_end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sink/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sink projects, newest first */
        get: operations["ProjectController_list"];
        put?: never;
        /** Draft a sink project; the version of its method is locked */
        post: operations["ProjectController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sink/projects/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ProjectController_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sink/projects/{id}/areas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every version of every boundary */
        get: operations["ProjectController_boundaries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sink/projects/{id}/areas/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A boundary as GeoJSON */
        get: operations["ProjectController_shape"];
        /** Draw an area or its next version; refused where another project counts the land */
        put: operations["ProjectController_draw"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sink/projects/{id}/areas/{code}/parcels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Name the contracted parcels an area lies on: the carbon of either is used once */
        post: operations["ProjectController_parcels"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sink/projects/{id}/areas/{code}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a boundary file (GeoJSON, KML, KMZ, zipped Shapefile) would become: repairs, area, overlaps */
        post: operations["ProjectController_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sink/projects/{id}/credits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Monitoring, verification, issuance and reversals of a project, down to lots and serials */
        get: operations["CreditsController_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sink/projects/{id}/double-sample": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Regression estimate of a large first-phase sample and few plots, beside that of the plots alone; kept nowhere */
        post: operations["DoubleSampleController_estimate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sink/projects/{id}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["FieldController_listEvidence"];
        put?: never;
        /** A photo, an instrument, a calibration: the file as the body of the request */
        post: operations["FieldController_addEvidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sink/projects/{id}/forms/{form}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was measured, by form */
        get: operations["FieldController_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sink/projects/{id}/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ImportController_list"];
        put?: never;
        /** Field forms, the file as the body of the request; a job takes it in whole or not */
        post: operations["ImportController_upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sink/projects/{id}/map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All present boundaries as GeoJSON */
        get: operations["ProjectController_map"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sink/projects/{id}/monitoring-periods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ProjectController_periods"];
        put?: never;
        /** Open a monitoring period; periods of a project never overlap */
        post: operations["ProjectController_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sink/projects/{id}/monitoring-periods/{period}/filing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say which filing is the account of the period; exchangeable until credits are issued */
        put: operations["VerificationController_link"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sink/projects/{id}/plots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Plots with their visits; true positions only for those entitled */
        get: operations["FieldController_listPlots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sink/projects/{id}/reversals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Report a loss; nothing is issued for the project until it is rejected or restored */
        post: operations["ReversalController_report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sink/projects/{id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Follow the registry: the owner publishes, the registrar registers, either withdraws */
        post: operations["StageController_project"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sink/projects/{id}/stocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["FieldController_listStocks"];
        put?: never;
        /** Work out above-ground biomass from trees to plots; filings take it by reference */
        post: operations["FieldController_start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sink/projects/{id}/strata": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["FieldController_divided"];
        /** Divide the project into strata, as one whole; plots are carried over */
        put: operations["FieldController_divide"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sink/reserve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Prospects with what they would bring, by year, league and owner; planning, not accounting */
        get: operations["ReserveController_outlook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sink/reserve/prospects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ReserveController_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sink/reserve/prospects/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["ReserveController_change"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sink/reserve/prospects/{id}/course": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Pools year by year of a prospect planned by the stand model, and what they rest on */
        get: operations["ReserveController_course"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sink/reversals/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm, which draws the buffer, or reject; another person than who reported */
        post: operations["ReversalController_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sink/reversals/{id}/restoration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The stock stands again, as a later passed verification shows; issuance is open again */
        post: operations["ReversalController_restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sink/runs/{id}/simulations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Monte Carlo as information; the same seed gives the same bytes */
        post: operations["UncertaintyController_draw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sink/runs/{id}/uncertainty": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same plots: independent and paired, under every scheme, and what was drawn from them */
        get: operations["UncertaintyController_of"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sink/sample-plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How many plots the next visit needs, and in which stratum (Neyman) */
        post: operations["UncertaintyController_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sink/soil/course": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** RothC: calibrated to the measured carbon, then with the inputs of a project; information only */
        post: operations["SoilController_course"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sink/stocks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["FieldController_stock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sink/stocks/{id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give up a stock that no filing refers to, so that its data can be corrected */
        post: operations["FieldController_discard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sink/stocks/{id}/plots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["FieldController_stockPlots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sink/stocks/{id}/spread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The trees of a stock by every equation of their species: what the choice of equation moves */
        get: operations["UncertaintyController_ofStock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sink/stocks/{id}/trees": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The trees of a plot, each with its equation worked out */
        get: operations["FieldController_stockTrees"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sink/verifications/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["VerificationController_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sink/verifications/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pass or fail; a material error or an open finding cannot pass */
        post: operations["VerificationController_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sink/verifications/{id}/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["VerificationController_raise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sink/verifications/{id}/findings/{number}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The owner answers a finding */
        post: operations["VerificationController_answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sink/verifications/{id}/findings/{number}/conclusion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The verifier closes an answered finding or sends it back */
        post: operations["VerificationController_settle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sink/verifications/{id}/plots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Plots measured again; one beyond tolerance raises a corrective finding */
        put: operations["VerificationController_measure"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Issued statements of account, newest first */
        get: operations["StatementController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statements/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A statement with its signature (JWS, ES256; keys at /.well-known/jwks.json) */
        get: operations["StatementController_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/supplier-footprints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Linked products as joint runs solved them last: one’s own, or all for those who oversee */
        get: operations["SolvedController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/supplier-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Links to suppliers and from takers, newest first */
        get: operations["LinkController_list"];
        put?: never;
        /** Ask a supplier for a live link to a product */
        post: operations["LinkController_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/supplier-links/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["LinkController_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/supplier-links/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the proposed version, as the taker */
        post: operations["LinkController_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/supplier-links/{id}/consent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Consent as the supplier, at a level of disclosure */
        post: operations["LinkController_consent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/supplier-links/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stay with the accepted version */
        post: operations["LinkController_decline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/supplier-links/{id}/filing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say which of our filings uses the link */
        put: operations["LinkController_use"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/supplier-links/{id}/footprint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the supplier discloses of the accepted version */
        get: operations["LinkController_disclosed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/supplier-links/{id}/joint-run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Solve the circle together, once everyone on it has consented */
        post: operations["LinkController_run"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/supplier-links/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuse as the supplier */
        post: operations["LinkController_refuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/supplier-links/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the link, as either side; runs keep what they took */
        post: operations["LinkController_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Access token of a machine (client credentials, RFC 6749 §4.4) */
        post: operations["TokenController_token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pact/.well-known/openid-configuration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** PACT: where tokens are had (OpenID Connect Discovery 1.0) */
        get: operations["PactAuthController_discovery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pact/2/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** PACT 2.3: Events */
        post: operations["PactEventsController_takeOld"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pact/2/footprints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** PACT 2.3: the same footprints as version 2 says them */
        get: operations["PactFootprintsController_listOld"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pact/2/footprints/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** PACT 2.3: one footprint as version 2 says it */
        get: operations["PactFootprintsController_oneOld"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pact/3/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** PACT 3: Events (requests, answers, publications) */
        post: operations["PactEventsController_take"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pact/3/footprints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** PACT 3: ListFootprints; further pages by the Link header */
        get: operations["PactFootprintsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pact/3/footprints/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** PACT 3: GetFootprint */
        get: operations["PactFootprintsController_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pact/auth/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** PACT: access token (client credentials, RFC 6749 §4.4; faults as in §5.2) */
        post: operations["PactAuthController_token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pact/schemas/label-1.0.0.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Schema of the label extension */
        get: operations["PactSchemaController_label"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AccountDto: {
            asset: string;
            /** @example 1250.00 */
            balance: string;
            entries: string;
            id: string;
            organisation: string | null;
            organisationId: string | null;
            purpose: string;
            ref: string;
            /** @enum {string} */
            status: "open" | "closed";
            unit: string;
        };
        AccountPageDto: {
            items: components["schemas"]["AccountDto"][];
            nextCursor?: string;
        };
        ActDto: {
            act: string;
            /** Format: date-time */
            at: string;
            by: components["schemas"]["PersonNameDto"];
            remarks: string;
            /** @enum {string} */
            stage: "draft" | "calculated" | "reviewed" | "notice" | "approved" | "paid" | "closed";
        };
        AdjustmentDto: {
            /** @example 0.01 */
            amount: string;
            /** @example CNY */
            asset: string;
            /**
             * @description in: the holder gets it; out: it leaves the holder
             * @enum {string}
             */
            direction: "in" | "out";
            /**
             * Format: uuid
             * @description whose account is put right
             */
            holder: string;
        };
        AllocationFromStatementDto: {
            /** @example CEA24 */
            asset: string;
            /**
             * @description an issued account
             * @example ST2026-000012
             */
            statement: string;
        };
        AllotmentDto: {
            amount: string;
            figures: {
                [key: string]: string;
            };
            id: string;
            /** @description Masked */
            name: string;
            number: string;
        };
        AllotmentPageDto: {
            items: components["schemas"]["AllotmentDto"][];
            nextCursor?: string;
        };
        AmountsDto: {
            due: string;
            failed: string;
            held: string;
            paid: string;
            pending: string;
            recovered: string;
            unissued: string;
            withheld: string;
        };
        AreaParcelsBody: {
            /**
             * @description What says so
             * @example 草原承包合同 2024-117
             */
            document: string;
            /**
             * @description Numbers of contracted parcels
             * @example [
             *       "152921-0007"
             *     ]
             */
            parcels: string[];
        };
        AreaParcelsDto: {
            /** @description Those that were not known yet, as the register names them */
            parcels: string[];
        };
        ArrearsDto: {
            banners: components["schemas"]["BannerArrearsDto"][];
            daysSinceReceipt: number | null;
            fundsReceivedOn: string | null;
            total: components["schemas"]["AmountsDto"];
        };
        AskedDto: {
            /**
             * Format: uuid
             * @description Id of the event; its answer refers to it
             */
            id: string;
        };
        AssetDto: {
            code: string;
            kind: string;
            /** @description decimals of an amount */
            scale: number;
            serialised: boolean;
            unit: string;
            vintage: number | null;
        };
        AssetKindDto: {
            /** @description What a series of it stands on: it names that when it is opened */
            behind?: string;
            /** @enum {string} */
            confidence: "official" | "secondary" | "provisional";
            en: string;
            kind: string;
            operations: string[];
            scale: number;
            serialised: boolean;
            source: string;
            /**
             * @description Whether a series runs from a day to a day
             * @enum {string}
             */
            term?: "required" | "optional";
            unit: string;
            zh: string;
        };
        AssignDto: {
            ids: string[];
            /** @description true: to whoever asks; false: to nobody */
            mine: boolean;
        };
        AuctionDto: {
            asset: string;
            /** @description one's own; all of them once it is settled, to those who oversee */
            bids?: components["schemas"]["BidDto"][];
            closesAt: string;
            floor: string;
            id: string;
            mine: boolean;
            note: string;
            number: string;
            opensAt: string;
            /** @enum {string} */
            phase: "before" | "open" | "over";
            quantity: string;
            sold: string;
            /** @enum {string} */
            status: "announced" | "settled" | "cancelled";
            unit: string;
        };
        AuctionListDto: {
            items: components["schemas"]["AuctionDto"][];
        };
        AuditAnswer: {
            items: components["schemas"]["AuditedSheet"][];
        };
        AuditedSheet: {
            findings: components["schemas"]["AuditFinding"][];
            /** @description Lines of figures that were read */
            lines: number;
            /** @description Columns read as parts of a sum */
            parts: string[];
            unread: components["schemas"]["FaultDto"][];
            worksheet: string;
        };
        AuditEntryDto: {
            action: string;
            actorId: string | null;
            actorName: string | null;
            /** Format: date-time */
            at: string;
            details: {
                [key: string]: unknown;
            };
            hash: string;
            organisationId: string | null;
            prevHash: string;
            requestId: string | null;
            seq: string;
            subjectId: string | null;
            subjectType: string;
        };
        AuditFinding: {
            code: string;
            column?: string;
            /** @example 0.727 */
            expected: string;
            /** @example 8.10 */
            found: string;
            /** @description Name of the line as the table gives it */
            line: string;
            message: components["schemas"]["TextDto"];
            params?: {
                [key: string]: string | number;
            };
            remedy?: components["schemas"]["TextDto"];
            row?: string;
            /**
             * @description Cannot be; cannot be unless something is missing; not checked
             * @enum {string}
             */
            severity: "fault" | "doubt" | "note";
            table?: string;
        };
        AuditPageDto: {
            items: components["schemas"]["AuditEntryDto"][];
            nextCursor?: string;
        };
        BalanceDto: {
            account: string;
            balance: string;
            on: string;
        };
        BankReturnsDto: {
            fields: string[];
            header: boolean;
            pending: string[];
            success: string[];
        };
        BankTemplateDto: {
            /** @enum {string} */
            confidence: "official" | "secondary" | "provisional";
            /** @enum {string} */
            encoding: "utf-8" | "gbk";
            fields: string[];
            header: boolean;
            id: string;
            returns: components["schemas"]["BankReturnsDto"];
            separator: string;
            source: string;
            title: components["schemas"]["TextDto"];
            totals: components["schemas"]["BankTotalsDto"];
        };
        BankTotalsDto: {
            fields: string[];
            /** @enum {string} */
            place: "head" | "foot";
        };
        BannerArrearsDto: {
            banner: string;
            due: string;
            failed: string;
            held: string;
            households: number;
            paid: string;
            pending: string;
            recovered: string;
            unissued: string;
            unpaidHouseholds: number;
            withheld: string;
        };
        BannerChangeDto: {
            after: string;
            banner: string;
            before: string;
            change: string;
            joined: number;
            left: number;
            lowered: number;
            raised: number;
            same: number;
        };
        BarDto: {
            code: string;
            message?: components["schemas"]["TextDto"];
        };
        BarrierIndicatorDto: {
            /** @enum {string} */
            better: "more" | "less";
            code: string;
            en: string;
            note?: components["schemas"]["TextDto"];
            observations: components["schemas"]["BarrierObservationDto"][];
            strict?: boolean;
            targets: components["schemas"]["BarrierStandingDto"][];
            unit: string;
            zh: string;
        };
        BarrierIndicatorsDto: {
            items: components["schemas"]["BarrierIndicatorDto"][];
            source: components["schemas"]["BarrierTargetSourceDto"];
        };
        BarrierObservationBody: {
            /** @description Publication it was read in */
            source: string;
            url?: string;
            /**
             * @description Decimal, in the unit of the indicator
             * @example 45.1
             */
            value: string;
            /** @example 2025 */
            year: number;
        };
        BarrierObservationDto: {
            /** Format: date-time */
            at: string;
            by: string;
            source: string;
            unit: string;
            url: string | null;
            value: string;
            year: number;
        };
        BarrierStandingDto: {
            /** @description What the trend of the last five years gives */
            projected?: string;
            /** @enum {string} */
            status: "met" | "on_track" | "behind" | "no_data";
            /** @description Decimal */
            value: string;
            warnings: ("falling_short" | "moving_away" | "stale")[];
            /** @example 2027 */
            year: number;
        };
        BarrierTargetSourceDto: {
            /** @enum {string} */
            confidence: "official" | "secondary" | "provisional";
            document: string;
            title: string;
            url: string;
        };
        BaselineDto: {
            number: string;
            /** @description Per cent, one decimal */
            reduction: string;
            /** @description Decimal */
            value: string;
        };
        BatchBody: {
            /** @description One banner; all where absent */
            banner?: string;
            /** @example plain-txt-gbk */
            template: string;
        };
        BatchDto: {
            banner: string | null;
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            failed: number;
            id: string;
            /** @enum {string} */
            kind: "allotment" | "reissue";
            number: string;
            payments: number;
            success: number;
            template: string;
            total: string;
        };
        BatchListDto: {
            items: components["schemas"]["BatchDto"][];
        };
        BidDto: {
            at: string;
            id: string;
            price: string;
            quantity: string;
            /** @enum {string} */
            status: "open" | "withdrawn" | "won" | "lost";
            won: string;
        };
        BookBannerDto: {
            agrees: boolean;
            allotted: string;
            banner: string;
            inPayment: string;
        };
        BookDto: {
            /** @enum {string} */
            book: "deals" | "registry" | "bank";
            lines: number;
            name: string;
            total: string;
            uploadedAt: string;
        };
        BookFaultDto: {
            code: string;
            en: string;
            zh: string;
        };
        BookLineDto: {
            account: string;
            amount: string | null;
            /** @enum {string} */
            book: "deals" | "registry" | "bank";
            date: string;
            lineId: string;
            memo: string | null;
            price: string | null;
            product: string | null;
            quantity: string | null;
            reference: string | null;
            side: string | null;
        };
        BookStateDto: {
            batches: number;
            faults: components["schemas"]["BookFaultDto"][];
            head: string;
            transfers: number;
        };
        BookTotalDto: {
            allotted: string;
            inPayment: string;
            paid: string;
            pool: string;
        };
        BoundaryDto: {
            code: string;
            /** @description Decimal */
            hectares: string;
            /** @description Decimal, metres */
            perimeter: string;
            reason: string | null;
            /** Format: date-time */
            recordedAt: string;
            sourceSha256: string;
            /** @description Decimal */
            squareMetres: string;
            /** Format: date-time */
            supersededAt: string | null;
            /** Format: date */
            validFrom: string;
            version: number;
            vertices: number;
        };
        BreakCountDto: {
            /** @enum {string} */
            bucket: "0-1" | "2-3" | "4-7" | "8-30" | ">30";
            count: number;
            /** @enum {string} */
            kind: "missing_in_registry" | "missing_in_bank" | "not_in_deals" | "quantity_differs" | "amount_differs" | "duplicate" | "late";
            /** @description yuan */
            stake: string;
        };
        BreakDto: {
            adjustment: components["schemas"]["AdjustmentDto"] | null;
            /** @description trading days since the trade */
            age: number;
            bank: string[] | null;
            dealId: string | null;
            difference: string | null;
            explainedBy: string | null;
            id: string;
            /** @enum {string} */
            kind: "missing_in_registry" | "missing_in_bank" | "not_in_deals" | "quantity_differs" | "amount_differs" | "duplicate" | "late";
            links: components["schemas"]["LinksDto"] | null;
            note: string | null;
            /** @description older than it should be */
            overdue: boolean;
            owner: string | null;
            ownerId: string | null;
            registry: string[] | null;
            /** @enum {string|null} */
            resolution: "timing" | "source_error" | "adjustment" | "write_off" | "rematch" | null;
            /** @description what it is about, in yuan */
            stake: string | null;
            /** @enum {string} */
            status: "open" | "explained" | "resolved";
            /** @example 2024-12-24 */
            tradeDate: string;
        };
        BreakIdsDto: {
            ids: string[];
        };
        BreakPageDto: {
            items: components["schemas"]["BreakDto"][];
            nextCursor?: string;
        };
        BulletinDto: {
            /** Format: date */
            date: string;
            items: components["schemas"]["BulletinLineDto"][];
        };
        BulletinLineDto: {
            asset: string;
            block: string;
            blockAmount: string;
            /** @description Mean of the listed deals by quantity */
            close: string | null;
            deals: number;
            high: string | null;
            listed: string;
            listedAmount: string;
            low: string | null;
            open: string | null;
            unit: string;
        };
        BySetDto: {
            /** @example AR6 */
            set: string;
            /** @description CO2e by that set, in the unit of the factor */
            value: string;
        };
        CalculationDto: {
            /** Format: date */
            asOf: string;
            /** @description What bars an approval */
            blocked: components["schemas"]["BarDto"][];
            /** Format: date-time */
            createdAt: string;
            faults: components["schemas"]["FaultDto"][];
            /** Format: date-time */
            finishedAt: string | null;
            households: number | null;
            id: string;
            method: string;
            methodVersion: string;
            pool: string;
            region: string;
            resultHash: string | null;
            results: components["schemas"]["UnitResultDto"][];
            status: string;
            total: string | null;
            unallotted: string | null;
        };
        CalendarTaskDto: {
            code: string;
            /** @enum {string} */
            confidence: "official" | "secondary" | "provisional";
            /** @description days until it is due; below zero: days past */
            days: number;
            /** @description null where the service cannot tell */
            done: boolean | null;
            due: string;
            en: string;
            /** @enum {string} */
            for: "enterprise" | "reviewer" | "regulator";
            source: string;
            year: number;
            zh: string;
        };
        CandidatesDto: {
            /** @description what the difference is about */
            about: components["schemas"]["BookLineDto"][];
            /** @description free lines or unsettled deals that could belong to it, likeliest first */
            candidates: components["schemas"]["BookLineDto"][];
        };
        CarryOverIssuedDto: {
            number: string;
            tonnes: string;
        };
        CarryOverLateDto: {
            /** Format: date */
            deadline: string;
            due: string;
            /** @description surrendered by the deadline */
            inTime: string;
            year: number;
        };
        CarryOverLimitDto: {
            /** Format: date */
            applyUntil: string;
            /** @description B, tonnes */
            base: string;
            bought: string;
            /** @enum {string} */
            confidence: "official" | "secondary" | "provisional";
            /** @description floor(B + max(sold − bought, 0) × R) */
            formula: string;
            from: number[];
            holding: string;
            /** Format: date */
            holdingOn: string;
            into: number[];
            issued: components["schemas"]["CarryOverIssuedDto"] | null;
            /** @description years not settled in time: with one nothing is carried over */
            late: components["schemas"]["CarryOverLateDto"][];
            /** @description the least of them */
            limit: string;
            /** @description R */
            multiple: string;
            sold: string;
            source: string;
            used: string;
        };
        CertificateFieldDto: {
            en: string;
            key: string;
            value: components["schemas"]["TextDto"];
            zh: string;
        };
        ChainStateDto: {
            entries: number;
            firstBroken?: components["schemas"]["LinkDto"];
            head?: components["schemas"]["LinkDto"];
            ok: boolean;
        };
        ChangedFieldDto: {
            /** @description Empty: it is gone */
            after: string;
            /** @description Empty: it was not there */
            before: string;
            field: string;
        };
        ChangedFilingDto: {
            input: components["schemas"]["FiledInputDto"];
            product?: string;
            /** @description The revision that was changed */
            revision: number;
            title?: string;
        };
        ChangesDto: {
            banners: components["schemas"]["BannerChangeDto"][];
            /** @description The calculation before; null where there was none */
            before: string | null;
        };
        ClaimBody: {
            /** @description Code of the parcel */
            code: string;
            document?: string;
            /** Format: date */
            from: string;
            /** @example 新一轮退耕还草 */
            scheme: string;
            /** Format: date */
            to: string;
        };
        ClaimCodeDto: {
            code: string;
            en: string;
            unit?: string;
            zh: string;
        };
        ClaimDto: {
            /**
             * @description see GET /ledger/claim-rules
             * @example green_power
             */
            attribute: string;
            document: string;
            /** Format: date */
            from: string;
            /** @description signature of a counter-entry (JWS, ES256) */
            jws: string | null;
            /** Format: date-time */
            madeAt: string;
            /** @example NU00000001 */
            number: string;
            organisation: string;
            organisationId: string;
            /** @description decimal; null: the whole */
            quantity: string | null;
            reason: string | null;
            /** @description number of the claim this entry releases */
            releases: string | null;
            /** @example 1-250 */
            serials: string | null;
            /** @description false: released, or itself a counter-entry */
            standing: boolean;
            /** @example certificate:GEC25 */
            subject: string;
            /**
             * Format: date
             * @description included
             */
            to: string;
            unit: string | null;
            /** @example footprint */
            use: string;
        };
        ClaimPageDto: {
            items: components["schemas"]["ClaimDto"][];
            nextCursor?: string;
        };
        ClaimRulesDto: {
            attributes: components["schemas"]["ClaimCodeDto"][];
            uses: components["schemas"]["ClaimCodeDto"][];
        };
        ClassesOfRunDto: {
            codes: number[];
            /** Format: uuid */
            raster: string;
        };
        ClientPageDto: {
            items: components["schemas"]["ClientRow"][];
            nextCursor?: string;
        };
        ClientRow: {
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            disabledAt: string | null;
            /**
             * Format: uuid
             * @description Also its client_id
             */
            id: string;
            name: string;
            /** @description Name of the organisation */
            organisation: string;
            /** Format: uuid */
            organisationId: string;
            roles: ("filer" | "reviewer" | "trader" | "finance_clerk" | "finance_approver" | "method_admin" | "regulator" | "auditor")[];
        };
        ClientSecretDto: {
            /** Format: uuid */
            id: string;
            /** @description Shown this once: only its hash is kept. Absent when a request is repeated */
            secret?: string;
        };
        ComparedFormulasDto: {
            /**
             * @description Where the official text has the formulas that the sheet calculates
             * @example 8.1–8.6
             */
            clause: string;
        };
        ComparedIndicatorDto: {
            /** @description 元 */
            a: string;
            b: string;
            class: components["schemas"]["ServiceClass"];
            code: string;
            parts: components["schemas"]["PartsDto"];
            title: components["schemas"]["TextDto"];
        };
        CompareDto: {
            a: components["schemas"]["SideDto"];
            b: components["schemas"]["SideDto"];
            /** @example 150000 */
            region: string;
        };
        ComparisonDto: {
            own: components["schemas"]["OwnResultDto"][];
            peers: components["schemas"]["PeersDto"];
        };
        ComplianceYearDto: {
            /** @enum {string} */
            confidence: "official" | "secondary" | "provisional";
            /** Format: date */
            deadline: string;
            offset: string;
            source: string;
            vintages: number[];
            year: number;
        };
        ConstantsDecisionBody: {
            /** @enum {string} */
            decision: "approve" | "return";
            /** @description Needed to send it back */
            remarks?: string;
        };
        ConstantsEntryDto: {
            constants: components["schemas"]["EnteredConstantDto"][];
            /** Format: date-time */
            decidedAt: string | null;
            decider: string | null;
            document: components["schemas"]["OfficialDocumentDto"];
            /** Format: date-time */
            enteredAt: string;
            /** Format: uuid */
            enteredBy: string;
            enterer: string;
            formulas: components["schemas"]["ComparedFormulasDto"] | null;
            /** Format: uuid */
            id: string;
            /** @description Counts up by method */
            number: number;
            remarks: string;
            /** @description Of the sheet they were entered for */
            sheetHash: string;
            sheetVersion: string;
            /** @enum {string} */
            status: "entered" | "approved" | "returned" | "withdrawn";
            /** Format: date */
            validFrom: string;
        };
        CorrectionBody: {
            card: string;
            /** Format: uuid */
            paymentId: string;
        };
        CriteriaBody: {
            classification?: string[];
            companyId?: string[];
            geography?: string[];
            productId?: string[];
            status?: ("Active" | "Deprecated")[];
            /** Format: date-time */
            validAfter?: string;
            /** Format: date-time */
            validBefore?: string;
            /** Format: date-time */
            validOn?: string;
        };
        DatedValueDto: {
            /** @enum {string} */
            confidence: "official" | "secondary" | "provisional";
            /** Format: date */
            from?: string;
            region?: string;
            source: string;
            /** Format: date */
            to?: string;
            /** @description Decimal, or a choice */
            value: string;
        };
        DayDto: {
            /** Format: date-time */
            closedAt: string | null;
            explained: number;
            files: components["schemas"]["BookDto"][];
            /** @description the report, signed (JWS, ES256) */
            jws: string | null;
            open: number;
            report: {
                [key: string]: unknown;
            } | null;
            resolved: number;
            /** @enum {string} */
            status: "open" | "closed";
            totals: {
                [key: string]: unknown;
            } | null;
            /** @example 2024-12-24 */
            tradeDate: string;
        };
        DayPageDto: {
            items: components["schemas"]["DayDto"][];
            nextCursor?: string;
        };
        DeadlineDto: {
            /** Format: date */
            began: string;
            code: string;
            daysLate: number;
            /** Format: date */
            due: string;
            number: string;
            programmeId: string;
            rule: components["schemas"]["DeadlineRuleDto"];
            /** @description Which batch or decision; empty where it is the programme itself */
            subject: string;
            title: string;
        };
        DeadlineListDto: {
            items: components["schemas"]["DeadlineDto"][];
        };
        DeadlineRuleDto: {
            code: string;
            /** @enum {string} */
            confidence: "official" | "secondary" | "provisional";
            /** @description Calendar days after which it is late */
            days: number;
            source: string;
            title: components["schemas"]["TextDto"];
        };
        DealDto: {
            amount: string;
            asset: string;
            /** Format: date-time */
            at: string;
            buyer: string;
            buyerFee: string;
            id: string;
            /** @enum {string} */
            mode: "listed" | "block";
            number: string;
            price: string;
            quantity: string;
            seller: string;
            sellerFee: string;
            /** Format: date */
            tradeDate: string;
            unit: string;
        };
        DealPageDto: {
            items: components["schemas"]["DealDto"][];
            nextCursor?: string;
        };
        DecisionBody: {
            /** @enum {string} */
            decision: "approve" | "return";
            /** @description Needed where the programme goes back */
            remarks?: string;
        };
        DecisionLineDto: {
            amount: string;
            kind: string;
            /** Format: date */
            on: string;
            reference: string;
        };
        DecisionWishBody: {
            /**
             * @description Yuan; of a reduction or a claim
             * @example 120.00
             */
            amount?: string;
            /** @example 内蒙古自治区草畜平衡和禁牧休牧条例第二十九条 */
            clause?: string;
            document: components["schemas"]["DocumentBody"];
            /** @description Household number */
            household: string;
            /**
             * @description 缓拨 hold, release, 减拨 reduce, 停拨 stop, restore, 追回 recover
             * @enum {string}
             */
            kind: "hold" | "release" | "reduce" | "stop" | "restore" | "recover";
            reason: string;
            /**
             * Format: uuid
             * @description The claim that a reduction sets off, or what is restored
             */
            settles?: string;
        };
        DeclarationDto: {
            /** @example 碳足迹管理手册 QM-12，2025-01 起运行 */
            document: string;
        };
        DeflatorDto: {
            /** @enum {string} */
            confidence: "official" | "secondary" | "provisional";
            /** @description The year before is 100 */
            index: string;
            key: string;
            source: string;
            year: number;
        };
        DisclosedDto: {
            declaredUnit: string;
            label: string;
            /** Format: date */
            periodEnd: string;
            /** Format: date */
            periodStart: string;
            resultHash: string;
            /** @description From level stages */
            stages?: Record<string, never>[];
            /** @description Level full: every table of the result */
            tables?: Record<string, never>;
            unit: string;
            /** @description Decimal */
            value: string;
        };
        DiscoveryDto: {
            grant_types_supported: string[];
            issuer: string;
            jwks_uri: string;
            response_types_supported: string[];
            scopes_supported: string[];
            token_endpoint: string;
            token_endpoint_auth_methods_supported: string[];
        };
        DivisionDto: {
            /** @description Decimal, all areas of the project */
            areaHectares?: string;
            /** @description Whether the strata add up to the areas, within the tolerance */
            fits: boolean;
            /** @description Decimal, all strata */
            hectares?: string;
            reason?: string | null;
            strata: components["schemas"]["StratumViewDto"][];
            /** Format: date */
            validFrom?: string;
            /** @description 0 where the project was never divided */
            version: number;
        };
        DocumentBody: {
            /** Format: date */
            date?: string;
            /** @example 锡林草监〔2024〕12号 */
            number?: string;
            /** @example 关于暂缓发放草原补奖的决定 */
            title: string;
        };
        DocumentDto: {
            /** Format: date */
            date?: string;
            number?: string;
            title: string;
            url?: string;
        };
        DossierClaimDto: {
            attribute: string;
            /** Format: date */
            from: string;
            number: string;
            serials: string | null;
            subject: string;
            /** Format: date */
            to: string;
        };
        DossierDto: {
            /** @description entries of the audit trail */
            auditEntries: number;
            certificate: components["schemas"]["CertificateFieldDto"][];
            /** @description the official list of fields is not public */
            certificateProvisional: boolean;
            claims: components["schemas"]["DossierClaimDto"][];
            /** @description factors from the library */
            factors: number;
            filing: string;
            filingNumber: string;
            inputHash: string;
            kind: components["schemas"]["LabelKindDto"];
            label: components["schemas"]["LabelDto"];
            /** @description lines of the inventory */
            lines: number;
            /** @description false: print the HTML instead */
            pdf: boolean;
            readiness: components["schemas"]["ReadinessDto"][];
            resultHash: string;
            run: string;
            sheetHash: string;
            surveillance: string[];
        };
        DoubleSampleDto: {
            double: components["schemas"]["PhaseEstimateDto"];
            /** @description Single-phase plots that would give the same half-width */
            equivalentPlots: number | null;
            /** @description Tables as the method takes them */
            input: {
                [key: string]: unknown;
            };
            /** @description Plots of the stock that are no unit of the file */
            leftOut: number;
            single: components["schemas"]["PhaseEstimateDto"];
            strata: components["schemas"]["DoubleStratumDto"][];
            /** @description Version of sink/double-sampling that was calculated */
            version: string;
        };
        DoubleStratumDto: {
            double: components["schemas"]["PhaseEstimateDto"];
            hectares: number;
            /** @description Measured in the second */
            plots: number;
            /** @description Units of the first phase */
            points: number;
            /** @description ρ² */
            rhoSquared: number;
            /** @description The same plots without the auxiliary */
            single: components["schemas"]["PhaseEstimateDto"];
            /** @description t d.m./hm² for one of the auxiliary */
            slope: number;
            stratum: string;
        };
        DqiBody: {
            /** @description 1 to 5 */
            geographicalDQR: string;
            /** @description 1 to 5 */
            technologicalDQR: string;
            /** @description 1 to 5 */
            temporalDQR: string;
        };
        DrawnZonesDto: {
            /**
             * Format: uuid
             * @description Raster on whose grid the zones are laid
             */
            like: string;
            name: string;
            /** @description GeoJSON FeatureCollection in the coordinates of that raster; properties: code, name, parent. Features without geometry are parents. */
            zones: {
                [key: string]: unknown;
            };
        };
        DrawsBody: {
            draws: number;
            seed: number;
            spreads: components["schemas"]["SpreadBody"][];
        };
        EcoInstalmentDto: {
            amount: string;
            n: number;
            onQuality: boolean;
            paidOn: string | null;
            slip: string | null;
        };
        EcoLossDto: {
            after: string;
            before: string;
            counterfactual: string;
            /** @description 元 a year */
            loss: string;
            service: string;
        };
        EcoQualityDto: {
            by: string;
            document: string;
            passed: boolean;
        };
        EcoServiceDto: {
            /** @enum {string} */
            class: "provisioning" | "regulating" | "cultural";
            code: string;
            en: string;
            unit: string;
            zh: string;
        };
        EcoServicesDto: {
            items: components["schemas"]["EcoServiceDto"][];
        };
        EcoUseDto: {
            /** @description 元 */
            amount: string;
            /** @description 元 */
            base: string;
            /** @description Entries in the no-double-use register */
            claims: string[];
            /** Format: date-time */
            createdAt: string;
            createdBy: components["schemas"]["PersonNameDto"];
            document: string;
            /** Format: date */
            from: string;
            /** Format: uuid */
            id: string;
            instalments: components["schemas"]["EcoInstalmentDto"][];
            /** @enum {string} */
            kind: "purchase" | "compensation" | "pledge" | "damage";
            /** @example EU2026-000001 */
            number: string;
            quality: components["schemas"]["EcoQualityDto"] | null;
            services: string[];
            sources: components["schemas"]["EcoUseSourceDto"][];
            /** @enum {string} */
            status: "standing" | "released";
            /** @example region:331125 */
            subject: string;
            terms: components["schemas"]["EcoUseTermsDto"];
            /** Format: date */
            to: string;
        };
        EcoUsePageDto: {
            items: components["schemas"]["EcoUseDto"][];
            nextCursor?: string;
        };
        EcoUseSourceDto: {
            /** Format: uuid */
            filing: string;
            resultHash: string;
            /** @enum {string} */
            role: "account" | "before" | "counterfactual" | "baseline";
            statement: string;
        };
        EcoUseTermsDto: {
            counterparty: string;
            haircut?: string;
            losses?: components["schemas"]["EcoLossDto"][];
            rate?: string;
            share?: string;
            /** @description 元 in the first year */
            yearly?: string;
            years?: number;
        };
        EnteredConstantDto: {
            /** @example 8.4 式（12） */
            clause: string;
            /**
             * @description Of the row
             * @example [
             *       "mee-ets",
             *       "bituminous"
             *     ]
             */
            keys?: string[];
            /**
             * @description A parameter of the sheet; with keys, one of its look-up tables
             * @example risk_share
             */
            name: string;
            page?: string;
            /**
             * @description As the sheet has it: 1 for a share
             * @example 1
             */
            unit: string;
            /** @example 0.1 */
            value: string;
        };
        EntryDto: {
            /** @description negative: went out */
            amount: string;
            /** Format: date-time */
            at: string;
            balance: string;
            businessDate: string;
            /** @description number of the other account */
            counter: string;
            document: string | null;
            kind: string;
            reason: string | null;
            reference: string | null;
            seq: string;
            /** @description ranges, both ends included */
            serials: string[];
            transfer: string;
        };
        EntryPageDto: {
            items: components["schemas"]["EntryDto"][];
            nextCursor?: string;
        };
        EvidenceDto: {
            /** Format: date-time */
            addedAt: string;
            addedBy: {
                id?: string;
                name?: string;
            };
            bytes: number;
            fileName: string;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "photo" | "instrument" | "calibration" | "document";
            note: string | null;
            plot: string | null;
            round: number | null;
            sha256: string;
            /** Format: date */
            takenOn: string | null;
        };
        EvidencePageDto: {
            items: components["schemas"]["EvidenceDto"][];
            nextCursor?: string;
        };
        ExampleFigureDto: {
            expected: string;
            /** @description Empty: the sheet gives no such figure */
            got: string;
            ok: boolean;
            /** @description table/key/column or output/name */
            place: string;
        };
        ExampleOutcomeDto: {
            /** Format: date */
            asOf?: string;
            /** @description What differs, one line each */
            differences: string[];
            figures: components["schemas"]["ExampleFigureDto"][];
            /** @description Its input, to start a trial from */
            input: {
                [key: string]: unknown;
            };
            ok: boolean;
            /** @description An example of input that must be refused */
            refused: boolean;
            region?: string;
            /** @description Relative tolerance; absent: exact decimals */
            rtol?: number;
            source: string;
            title: components["schemas"]["TextDto"];
        };
        ExampleStandingDto: {
            /** @description Whether the sheet reproduces it */
            ok: boolean;
            source: string;
            title: components["schemas"]["TextDto"];
        };
        ExplainDto: {
            /** @description with adjustment */
            adjustment?: components["schemas"]["AdjustmentDto"];
            /** @description with rematch */
            links?: components["schemas"]["LinksDto"];
            note: string;
            /** @enum {string} */
            resolution: "timing" | "source_error" | "adjustment" | "write_off" | "rematch";
        };
        ExplainManyDto: {
            ids: string[];
            note: string;
            /** @enum {string} */
            resolution: "timing" | "source_error" | "write_off";
        };
        ExplanationDto: {
            /** @description Where children were cut: how many rows there are in all */
            childCount?: number;
            children: components["schemas"]["ExplanationDto"][];
            clause?: string;
            /** @enum {string} */
            confidence?: "official" | "secondary" | "provisional";
            /** @description The formula with its numbers in it */
            filled?: string;
            formula?: string;
            label: components["schemas"]["TextDto"];
            /** @description e.g. household/150725-1/amount, parameter/ban_rate, output/total */
            place: string;
            rounding?: string;
            source?: string;
            unit: string;
            value: string;
            /** @description The formula in the titles of what it reads */
            words?: components["schemas"]["TextDto"];
        };
        FactorDto: {
            category: string;
            /** @enum {string} */
            confidence: "official" | "secondary" | "provisional";
            /** @description reliability, completeness, time, place, technology: 1 best, 5 worst */
            dqr: string[] | null;
            gas: string | null;
            /**
             * @description of each gas per unit of activity, in the mass unit of `unit`; null where only CO2e is known
             * @example {
             *       "CO2": "0.55",
             *       "CH4": "0.0008"
             *     }
             */
            gases: {
                [key: string]: string;
            } | null;
            /** @description GWP set by which the gases make the value */
            gwpSet: string | null;
            high: string | null;
            id: string;
            low: string | null;
            nameEn: string;
            nameZh: string;
            /**
             * @description delivered with the service, or published here
             * @enum {string}
             */
            origin: "config" | "library";
            /** @description code of a region or the beginning of one */
            region: string | null;
            /** @description standard deviation of the logarithm */
            sigmaLn: string | null;
            sourceClause: string | null;
            /** @description file or document that the value was read in */
            sourceDocument: string | null;
            /** @description row, page or table in it */
            sourceRow: string | null;
            sourceTitle: string;
            sourceUrl: string | null;
            stage: string | null;
            unit: string;
            /** @description what the source leaves open about the unit */
            unitNote: string | null;
            /** Format: date */
            validFrom: string | null;
            /** Format: date */
            validTo: string | null;
            /** @description decimal; null where the source gives a range */
            value: string | null;
            /** @description goes up when the content changes */
            version: number;
            /** @description the year as the source words it */
            yearLabel: string | null;
        };
        FactorFilingDto: {
            /** Format: uuid */
            id: string;
            method: string;
            organisation: string;
            /** Format: date */
            periodEnd: string;
            /** Format: date */
            periodStart: string;
            status: string;
            title: string;
        };
        FactorFilingPageDto: {
            items: components["schemas"]["FactorFilingDto"][];
            nextCursor?: string;
        };
        FactorPageDto: {
            items: components["schemas"]["FactorDto"][];
            nextCursor?: string;
        };
        FactorVersionDto: {
            /** @description a dot product; empty where the gases are not known apart */
            bySet: components["schemas"]["BySetDto"][];
            category: string;
            /** @enum {string} */
            confidence: "official" | "secondary" | "provisional";
            /** @description reliability, completeness, time, place, technology: 1 best, 5 worst */
            dqr: string[] | null;
            gas: string | null;
            /**
             * @description of each gas per unit of activity, in the mass unit of `unit`; null where only CO2e is known
             * @example {
             *       "CO2": "0.55",
             *       "CH4": "0.0008"
             *     }
             */
            gases: {
                [key: string]: string;
            } | null;
            /** @description GWP set by which the gases make the value */
            gwpSet: string | null;
            high: string | null;
            id: string;
            low: string | null;
            nameEn: string;
            nameZh: string;
            /**
             * @description delivered with the service, or published here
             * @enum {string}
             */
            origin: "config" | "library";
            /**
             * Format: uuid
             * @description proposal that it was published from
             */
            proposalId: string | null;
            /** Format: date-time */
            publishedAt: string;
            /** @description code of a region or the beginning of one */
            region: string | null;
            /** @description standard deviation of the logarithm */
            sigmaLn: string | null;
            sourceClause: string | null;
            /** @description file or document that the value was read in */
            sourceDocument: string | null;
            /** @description row, page or table in it */
            sourceRow: string | null;
            sourceTitle: string;
            sourceUrl: string | null;
            stage: string | null;
            unit: string;
            /** @description what the source leaves open about the unit */
            unitNote: string | null;
            /** Format: date */
            validFrom: string | null;
            /** Format: date */
            validTo: string | null;
            /** @description decimal; null where the source gives a range */
            value: string | null;
            /** @description goes up when the content changes */
            version: number;
            /** Format: date-time */
            withdrawnAt: string | null;
            /** @description the year as the source words it */
            yearLabel: string | null;
        };
        FactorVersionsDto: {
            /** @description the first one counts, unless it was withdrawn */
            items: components["schemas"]["FactorVersionDto"][];
        };
        FailedPaymentDto: {
            amount: string;
            banner: string;
            /** @description Masked */
            card: string;
            cause: string;
            code: string;
            id: string;
            /** @description Masked */
            name: string;
            number: string;
        };
        FailedPaymentPageDto: {
            items: components["schemas"]["FailedPaymentDto"][];
            nextCursor?: string;
        };
        FaultDto: {
            code: string;
            column?: string;
            message: components["schemas"]["TextDto"];
            params?: {
                [key: string]: string | number;
            };
            remedy?: components["schemas"]["TextDto"];
            row?: string;
            table?: string;
        };
        FeatureDto: {
            geometry: components["schemas"]["GeometryDto"];
            properties: {
                [key: string]: unknown;
            };
            /** @enum {string} */
            type: "Feature";
        };
        FieldImportDto: {
            bytes: number;
            /** Format: date-time */
            createdAt: string;
            createdBy: {
                id?: string;
                name?: string;
            };
            /** @description Faults in all; `faults` shows the first of them */
            faultCount: number | null;
            /** @description The file that came in, bad cells marked */
            faultFile: string | null;
            faults: components["schemas"]["FaultDto"][];
            /** @description SHA-256 of the file */
            file: string;
            fileName: string;
            /** Format: date-time */
            finishedAt: string | null;
            /** @enum {string} */
            form: "plot" | "tree" | "shrub" | "grass" | "litter" | "deadwood" | "soil" | "workbook";
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            jobId: string | null;
            note?: components["schemas"]["TextDto"] | null;
            /** @description Share done, 0 to 1 */
            progress?: string | null;
            /** Format: uuid */
            projectId: string;
            /** @description Rows taken in, by form */
            rows: {
                [key: string]: number;
            };
            /** @enum {string} */
            status: "waiting" | "importing" | "accepted" | "refused" | "withdrawn";
            /** @description Warnings in all: rows that were taken in and deserve a look */
            warningCount: number;
            warnings: components["schemas"]["FaultDto"][];
        };
        FieldImportPageDto: {
            items: components["schemas"]["FieldImportDto"][];
            nextCursor?: string;
        };
        FiledInputDto: {
            parameters?: {
                [key: string]: (string | number | boolean) | null;
            };
            /** @description By table: {filing, table, columns?} of an issued result, or {source: {kind, id}, table, columns?, fixed?} */
            references?: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
            tables: {
                [key: string]: {
                    [key: string]: (string | number | boolean) | null;
                }[];
            };
        };
        FilingDto: {
            /** Format: date */
            asOf: string;
            /** Format: date-time */
            createdAt: string;
            createdBy: components["schemas"]["PersonDto"];
            /** Format: uuid */
            id: string;
            input: components["schemas"]["FiledInputDto"];
            /** @description Label or statement that was issued from it */
            issuedNumber: string | null;
            labelNumber: string | null;
            method: string;
            methodVersion: string;
            /** @example F2026-000001 */
            number: string;
            organisation: components["schemas"]["PersonDto"];
            /** Format: date */
            periodEnd: string;
            /** Format: date */
            periodStart: string;
            product: string | null;
            region: string;
            remarks: components["schemas"]["RemarkDto"][];
            revision: number;
            runId: string | null;
            /** @enum {string} */
            status: "draft" | "running" | "failed" | "calculated" | "in_review" | "returned" | "approved" | "issued";
            title: string;
            /** Format: date-time */
            updatedAt: string;
        };
        FilingPageDto: {
            items: components["schemas"]["FilingSummaryDto"][];
            nextCursor?: string;
        };
        FilingSummaryDto: {
            /** Format: date */
            asOf: string;
            /** Format: date-time */
            createdAt: string;
            createdBy: components["schemas"]["PersonDto"];
            /** Format: uuid */
            id: string;
            /** @description Label or statement that was issued from it */
            issuedNumber: string | null;
            labelNumber: string | null;
            method: string;
            methodVersion: string;
            /** @example F2026-000001 */
            number: string;
            organisation: components["schemas"]["PersonDto"];
            /** Format: date */
            periodEnd: string;
            /** Format: date */
            periodStart: string;
            product: string | null;
            region: string;
            revision: number;
            runId: string | null;
            /** @enum {string} */
            status: "draft" | "running" | "failed" | "calculated" | "in_review" | "returned" | "approved" | "issued";
            title: string;
            /** Format: date-time */
            updatedAt: string;
        };
        FindingDecisionDto: {
            kind: string;
            number: string;
            status: string;
        };
        FindingsTakenDto: {
            mayWithhold: number;
            taken: number;
            unknown: number;
        };
        FineBody: {
            /** @example 6000.00 */
            amount: string;
            /** @example 152501 */
            banner: string;
            document: components["schemas"]["DocumentBody"];
            /** @description Household number */
            household: string;
            reason: string;
        };
        FineDto: {
            amount: string;
            banner: string;
            decidedBy: components["schemas"]["PersonNameDto"] | null;
            document: components["schemas"]["DocumentBody"];
            household: string;
            id: string;
            number: string;
            /** Format: date-time */
            proposedAt: string;
            proposedBy: components["schemas"]["PersonNameDto"];
            reason: string;
            slip: string;
            /** @enum {string} */
            status: "proposed" | "imposed" | "rejected" | "paid";
        };
        FinePageDto: {
            items: components["schemas"]["FineDto"][];
            nextCursor?: string;
        };
        FormColumnDto: {
            choices?: {
                [key: string]: string;
            };
            en: string;
            name: string;
            required?: boolean;
            /** @enum {string} */
            type: "text" | "number" | "integer" | "date" | "choice" | "species";
            unit?: string;
            zh: string;
        };
        FormDto: {
            columns: components["schemas"]["FormColumnDto"][];
            en: string;
            name: string;
            zh: string;
        };
        FormsDto: {
            forms: components["schemas"]["FormDto"][];
            species: components["schemas"]["SpeciesDto"][];
        };
        FoundHouseholdDto: {
            /**
             * Format: uuid
             * @description Its figure in the calculation that counts
             */
            allotmentId: string | null;
            /** @description 元 */
            amount: string | null;
            banner: string;
            /** @description Masked */
            card: string;
            /** Format: uuid */
            id: string;
            /** @description Masked */
            identity: string;
            /** @description Masked */
            name: string;
            number: string;
            quantities: {
                [key: string]: string;
            };
        };
        FromStatementDto: {
            /**
             * @description an issued account
             * @example ST2026-000012
             */
            statement: string;
        };
        GeometryDto: {
            /** @description Degrees of CGCS2000 */
            coordinates: number[][][][];
            /** @enum {string} */
            type: "MultiPolygon";
        };
        GepDto: {
            classes: {
                [key: string]: string;
            };
            ecosystems: string[];
            /** Format: uuid */
            filing: string;
            /** Format: date */
            from: string;
            /** @description 元 */
            gep: string;
            /** @description 元 */
            market: string | null;
            /** @description 元 */
            nonMarket: string | null;
            /** @description 元, deducted */
            outside: string | null;
            /** @description market, non_market, not_stated */
            pricing: {
                [key: string]: string;
            };
            region: string;
            resultHash: string;
            rows: components["schemas"]["GepMatrixDto"][];
            statement: string;
            title: string;
            /** Format: date */
            to: string;
            totals: {
                [key: string]: string;
            };
            uncertainty: components["schemas"]["GepUncertaintyDto"] | null;
        };
        GepMatrixDto: {
            /** @description 元 by ecosystem */
            cells: {
                [key: string]: string;
            };
            class: string;
            service: string;
            total: string;
        };
        GepOfYearDto: {
            /** @description 元 */
            gep: string;
            region: string;
            /** @example 2023 */
            year: number;
        };
        GepOfYearsDto: {
            items: components["schemas"]["GepOfYearDto"][];
        };
        GepQuantilesDto: {
            mean: string;
            p5: string;
            p50: string;
            p95: string;
        };
        GepRowDto: {
            /** Format: uuid */
            filing: string;
            /** Format: date */
            from: string;
            /** @description 元 */
            gep: string;
            /** @description 元 */
            market: string | null;
            /** @description 元 */
            nonMarket: string | null;
            /** @description 元, deducted */
            outside: string | null;
            region: string;
            resultHash: string;
            statement: string;
            title: string;
            /** Format: date */
            to: string;
        };
        GepRowsDto: {
            items: components["schemas"]["GepRowDto"][];
            nextCursor?: string;
        };
        GepSeriesDto: {
            base: number;
            /** @description Indices that were used */
            deflators: components["schemas"]["DeflatorDto"][];
            points: components["schemas"]["GepSeriesPointDto"][];
            /** @description Rests on an index that was not checked against its source */
            provisional: boolean;
        };
        GepSeriesPointDto: {
            /** @description At the prices of the base year, 元 */
            constant: string;
            /** @description At its own prices, 元 */
            current: string;
            /** @description Items carried over by a price index */
            deflated: number;
            /** Format: uuid */
            filing: string;
            /** @description Items with neither, at their own prices */
            kept: string[];
            /** @description Items with a price of the base year */
            priced: number;
            /** @description current − constant */
            priceEffect: string;
            resultHash: string;
            statement: string;
            /** @description Change of the constant value on the point before */
            volumeChange: string | null;
            year: number;
        };
        GepSwingDto: {
            high: string;
            /** @description GEP with this parameter alone at its low end, 元 */
            low: string;
            name: string;
        };
        GepUncertaintyDto: {
            classes: {
                [key: string]: components["schemas"]["GepQuantilesDto"];
            };
            gep: components["schemas"]["GepQuantilesDto"];
            /** @description Of settings, result and what was drawn */
            hash: string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            madeAt: string;
            resultHash: string;
            services: {
                [key: string]: components["schemas"]["GepQuantilesDto"];
            };
            settings: components["schemas"]["DrawsBody"];
            tornado: components["schemas"]["GepSwingDto"][];
        };
        GrasslandFindingDto: {
            banner: string;
            decisions: components["schemas"]["FindingDecisionDto"][] | null;
            fine: string;
            household: string;
            id: string;
            mayWithhold: boolean;
            overstock: string;
            runId: string;
            /** Format: date-time */
            takenAt: string;
        };
        GrasslandFindingPageDto: {
            items: components["schemas"]["GrasslandFindingDto"][];
            nextCursor?: string;
        };
        GwpSetDto: {
            /** @example AR6 */
            id: string;
            report: string;
            table: string;
            values: components["schemas"]["GwpValueDto"][];
        };
        GwpSetsDto: {
            items: components["schemas"]["GwpSetDto"][];
        };
        GwpValueDto: {
            /** @enum {string} */
            confidence: "official" | "secondary" | "provisional";
            /** @description CH4 is methane of no stated origin */
            gas: string;
            /** @description years */
            horizon: number;
            sourceTitle: string;
            unit: string;
            value: string;
        };
        HolderDto: {
            id: string;
            name: string;
        };
        HouseholdChangeDto: {
            after: string | null;
            before: string | null;
            change: string;
            number: string;
        };
        HouseholdChangesDto: {
            items: components["schemas"]["HouseholdChangeDto"][];
        };
        HouseholdDecisionDto: {
            amount: string | null;
            banner: string;
            clause: string;
            /** Format: date-time */
            decidedAt: string | null;
            decidedBy: components["schemas"]["PersonNameDto"] | null;
            document: components["schemas"]["DocumentBody"];
            household: string;
            id: string;
            /** @enum {string} */
            kind: "hold" | "release" | "reduce" | "stop" | "restore" | "recover";
            lines: components["schemas"]["DecisionLineDto"][];
            number: string;
            /** @description Of a claim: what neither came back nor was set off */
            outstanding: string | null;
            programmeId: string;
            /** Format: date-time */
            proposedAt: string;
            proposedBy: components["schemas"]["PersonNameDto"];
            reason: string;
            remarks: string;
            settles: string | null;
            /** @enum {string} */
            status: "proposed" | "confirmed" | "rejected";
        };
        HouseholdDecisionPageDto: {
            items: components["schemas"]["HouseholdDecisionDto"][];
            nextCursor?: string;
        };
        HouseholdDto: {
            banner: string;
            /** @description Masked */
            card: string;
            /** Format: uuid */
            id: string;
            /** @description Masked */
            identity: string;
            /** @description Masked */
            name: string;
            number: string;
            quantities: {
                [key: string]: string;
            };
        };
        HouseholdSearch: {
            /**
             * @description Identity or card number, or the household number
             * @enum {string}
             */
            by: "identity" | "card" | "number";
            number: string;
        };
        ImpactDecisionBody: {
            /** @enum {string} */
            decision: "accept" | "keep";
            remarks?: string;
        };
        ImpactDto: {
            /**
             * Format: uuid
             * @description the filing made of it
             */
            againFilingId: string | null;
            /** Format: date-time */
            decidedAt: string | null;
            decider: string | null;
            /** @description why it is unfit */
            faults: components["schemas"]["FaultDto"][] | null;
            /** @description the first fifty */
            figures: components["schemas"]["MovedFigureDto"][];
            /** Format: uuid */
            filingId: string;
            filingStatus: string;
            /** Format: date-time */
            foundAt: string | null;
            issuedNumber: string | null;
            method: string;
            number: string;
            organisation: string;
            /** Format: uuid */
            organisationId: string;
            remarks: string;
            /** Format: uuid */
            shadowId: string;
            /**
             * @description unfit: the new version is not for its day, place or unit
             * @enum {string}
             */
            status: "open" | "accepted" | "kept" | "unmoved" | "unfit";
            title: string;
            /** @description versions it used itself; none: it moves by a result it was made from */
            uses: components["schemas"]["UseDto"][];
        };
        ImpactPageDto: {
            items: components["schemas"]["ImpactDto"][];
            nextCursor?: string;
        };
        ImportCheckDto: {
            added: number;
            changed: number;
            /** @description the first hundred */
            items: components["schemas"]["ImportedRowDto"][];
            rows: number;
        };
        ImportColumnDto: {
            heading: string;
            /** @description the first five cells */
            samples: string[];
        };
        ImportedRowDto: {
            /** @description version that counts now; 0: a new factor */
            baseVersion: number;
            /** @description fields that change */
            changes: string[];
            factorId: string;
            /** @description row of the spreadsheet */
            row: string;
        };
        ImportFieldDto: {
            name: string;
            required: boolean;
        };
        ImportPreviewDto: {
            columns: components["schemas"]["ImportColumnDto"][];
            /** @description what columns can be */
            fields: components["schemas"]["ImportFieldDto"][];
            /** @description rows of data */
            rows: number;
            /** @description field → column, as guessed */
            suggested: {
                [key: string]: number;
            };
        };
        ImposeBody: {
            /** @description False rejects it */
            impose: boolean;
        };
        IndicatorDto: {
            class: components["schemas"]["ServiceClass"];
            code: string;
            formula?: {
                [key: string]: unknown;
            };
            output: string;
            parameters?: {
                [key: string]: string;
            };
            prices?: {
                [key: string]: unknown;
            };
            shares?: string;
            sheet: string;
            table: string;
            title: components["schemas"]["TextDto"];
        };
        IssuedDto: {
            number: string;
        };
        IssueDto: {
            /** @description Of a reduced label: the own label of the base period */
            baseline?: string;
            /**
             * @description Kind of label
             * @default footprint
             * @enum {string}
             */
            kind?: "footprint" | "reduced" | "neutral";
            /** @description Of a neutral label: what offsets it */
            offset?: components["schemas"]["OffsetWishDto"];
            /** @description Which product, where the result has several */
            product?: string;
        };
        JobDto: {
            attempts: number;
            /** Format: date-time */
            createdAt: string;
            error: components["schemas"]["JobErrorDto"] | null;
            /** Format: date-time */
            finishedAt: string | null;
            /** Format: uuid */
            id: string;
            key: string;
            /** @example pipeline/run */
            name: string;
            note: components["schemas"]["TextDto"] | null;
            /** @description Share done, 0 to 1 */
            progress: string;
            /** Format: date-time */
            startedAt: string | null;
            /** @enum {string} */
            status: "queued" | "running" | "succeeded" | "failed" | "dead" | "cancelled";
        };
        JobErrorDto: {
            code: string;
            params?: {
                [key: string]: string | number;
            };
        };
        JobPageDto: {
            items: components["schemas"]["JobDto"][];
            nextCursor?: string;
        };
        LabelDto: {
            /** @description the own label a reduced one is below */
            baseline?: components["schemas"]["BaselineDto"];
            boundary: components["schemas"]["TextDto"];
            /** @example 1 t */
            declaredUnit: string;
            /** Format: date */
            expiresOn: string;
            /** Format: date */
            issuedOn: string;
            /**
             * @description absent: footprint
             * @enum {string}
             */
            kind?: "footprint" | "reduced" | "neutral";
            method: string;
            methodVersion: string;
            /** @example CF2026-000001-22 */
            number: string;
            /** @description apart from the figure, which it does not change */
            offset?: components["schemas"]["OffsetDto"];
            organisation: string;
            /** Format: date */
            periodEnd: string;
            /** Format: date */
            periodStart: string;
            product?: string;
            productName: string;
            resultHash: string;
            sheetHash: string;
            stages: components["schemas"]["StageDto"][];
            /** @enum {string} */
            status: "valid" | "withdrawn" | "expired";
            /** @example kg CO2e/t */
            unit: string;
            /** @description Decimal */
            value: string;
            /** Format: date */
            withdrawnOn?: string;
            withdrawReason?: string;
        };
        LabelKindDto: {
            /** @enum {string} */
            code: "footprint" | "reduced" | "neutral";
            /** @enum {string} */
            confidence: "official" | "secondary" | "provisional";
            en: string;
            rules: components["schemas"]["TextDto"][];
            source: string;
            statement: components["schemas"]["TextDto"];
            zh: string;
        };
        LabelPageDto: {
            items: components["schemas"]["LabelDto"][];
            nextCursor?: string;
        };
        LegalBasisDto: {
            /** @example 第九条 */
            clause?: string;
            /** @example 国务院令第779号 */
            document?: string;
            /** @example 生态保护补偿条例 */
            title: string;
            url?: string;
        };
        LegendDto: {
            /** @description Darkest: the 98th of a hundred values */
            high: string;
            /** @description Palest: the second of a hundred values */
            low: string;
            /** @description Unit of the column */
            unit: string;
        };
        LinkConsentBody: {
            /**
             * @description The figure alone, its stages, or the whole result
             * @enum {string}
             */
            disclosure: "aggregate" | "stages" | "full";
            /** @description Consent to publishing a circle together, once, from one run */
            joint: boolean;
            /** @description Which label; the newest of the product when absent */
            label?: string;
        };
        LinkDto: {
            hash?: string;
            /** @enum {string} */
            reason?: "missing" | "altered" | "not linked" | "unknown version";
            seq: string;
        };
        LinkFilingBody: {
            /** Format: uuid */
            filing: string;
        };
        LinkMemberDto: {
            company: string;
            /** Format: uuid */
            link?: string;
            product: string;
        };
        LinkNoteBody: {
            note: string;
        };
        LinkRequestBody: {
            /**
             * Format: uuid
             * @description Our filing that uses the link
             */
            filing?: string;
            /**
             * @description A label of the product that is taken
             * @example CF2026-000001-22
             */
            label: string;
            /** @description Our product that takes it */
            product: string;
            reason?: string;
        };
        LinksDto: {
            /** @description lines of the bank */
            bank?: string[];
            /** @description deals that the lines settle; the deal of the difference where none is named */
            deals?: string[];
            /** @description lines of the registry */
            registry?: string[];
        };
        LintBody: {
            /** @description A ProductFootprint of PACT 3 */
            footprint: Record<string, never>;
        };
        LintDto: {
            errors: number;
            findings: components["schemas"]["PactFindingDto"][];
            warnings: number;
        };
        ListedBehindDto: {
            code: string;
            /** Format: uuid */
            id: string;
            name: string;
            /** @description Whether its page may be opened */
            open: boolean;
            /** @description False: it is not published any more, and the offer cannot be taken */
            stands: boolean;
        };
        ListingDto: {
            asset: string;
            /** @description The product of the catalogue behind the asset */
            behind: components["schemas"]["ListedBehindDto"] | null;
            counterpartyId: string | null;
            /** Format: date-time */
            createdAt: string;
            id: string;
            /** @enum {string} */
            mode: "listed" | "block";
            note: string;
            number: string;
            /** @description Null where it is somebody else's: who offers is not told */
            organisation: string | null;
            organisationId: string;
            price: string;
            quantity: string;
            remaining: string;
            rule: components["schemas"]["MarketRuleDto"];
            /** @enum {string} */
            side: "supply" | "demand";
            /** @enum {string} */
            status: "open" | "filled" | "cancelled";
            unit: string;
        };
        ListingMatchDto: {
            asset: string;
            /** Format: uuid */
            id: string;
            number: string;
            /** @description 元 for one unit */
            price: string;
            remaining: string;
            /** @enum {string} */
            side: "supply" | "demand";
            unit: string;
        };
        ListingMatchesDto: {
            /** @description Asset of the product; without one nothing is listed */
            asset: string | null;
            /** @description What it was last dealt at, newest first; it names nobody */
            deals: components["schemas"]["TradedDto"][];
            /** @description Who wants to buy, the best price first */
            demand: components["schemas"]["ListingMatchDto"][];
            /** @description Who offers the same, the lowest price first */
            supply: components["schemas"]["ListingMatchDto"][];
        };
        ListingPageDto: {
            items: components["schemas"]["ListingDto"][];
            nextCursor?: string;
        };
        LoginBody: {
            password: string;
            /** @example filer@huolin */
            username: string;
        };
        LookupDto: {
            keys: string[];
            name: string;
            rows: components["schemas"]["LookupRowDto"][];
            title: components["schemas"]["TextDto"];
            unit: string;
        };
        LookupRowDto: {
            /** @enum {string} */
            confidence: "official" | "secondary" | "provisional";
            /** Format: date */
            from?: string;
            keys: string[];
            region?: string;
            source: string;
            /** Format: date */
            to?: string;
            value: string;
        };
        LotProofDto: {
            /** @description issued = tradable + held + surrendered + retired + carried over, and as many serials */
            agrees: boolean;
            asset: string;
            carriedOver: string;
            /** @description on hold, pledged, frozen or in the buffer */
            held: string;
            issued: string;
            kind: string;
            retired: string;
            /** @description serial numbers in lots */
            serials: string | null;
            surrendered: string;
            tradable: string;
            unit: string;
            vintage: number | null;
        };
        MadeBidDto: {
            /** @description yuan put on hold */
            held: string;
            id: string;
            price: string;
            quantity: string;
        };
        MapDto: {
            features: components["schemas"]["FeatureDto"][];
            /** @enum {string} */
            type: "FeatureCollection";
        };
        MarketDayDto: {
            blockT: string;
            blockYuan: string;
            close: string;
            /** @enum {string} */
            confidence: "secondary" | "provisional";
            /** Format: date */
            date: string;
            high: string;
            listedT: string;
            listedYuan: string;
            low: string;
            /** @description Yuan a tonne; empty where none was published */
            open: string;
        };
        MarketHistoryDto: {
            items: components["schemas"]["MarketDayDto"][];
            product: string;
            source: string;
        };
        MarketRuleDto: {
            /** @description Largest move against the previous close, as a share of it */
            band?: string;
            /** @enum {string} */
            confidence: "official" | "secondary" | "provisional";
            /** @description Share of the amount that each side pays */
            fee: string;
            /**
             * Format: date
             * @description First day on which it holds
             */
            from: string;
            kind: string;
            /** @description Smallest quantity of an order */
            least: string;
            /** @enum {string} */
            mode: "listed" | "block";
            most?: string;
            source: string;
        };
        MarketRulesDto: {
            items: components["schemas"]["MarketRuleDto"][];
        };
        MeDto: {
            user: components["schemas"]["ProfileDto"];
        };
        MethodCheckDto: {
            /** @description The version that it is compared with */
            base?: string;
            changes: components["schemas"]["SheetChangeDto"][];
            examples: components["schemas"]["ExampleOutcomeDto"][];
            /** @description Named by place in the sheet */
            faults: components["schemas"]["FaultDto"][];
            method?: string;
            /** @description Compiles, and reproduces its own examples */
            sound: boolean;
            title?: components["schemas"]["TextDto"];
            version?: string;
        };
        MethodColumnDto: {
            above?: string;
            below?: string;
            choices?: string[];
            /** @description Of an input: its own, or that of the figure it goes into */
            clause?: string;
            decimals?: number;
            /** @description A sound value, of the sheet or of its worked examples */
            example?: string;
            formula?: string;
            help?: components["schemas"]["TextDto"];
            /** @enum {string} */
            kind: "input" | "computed";
            max?: string;
            min?: string;
            name: string;
            operator?: components["schemas"]["OperatorUseDto"];
            required?: boolean;
            title: components["schemas"]["TextDto"];
            /** @enum {string} */
            type: "number" | "text" | "boolean" | "date";
            unit: string;
        };
        MethodConstantsDto: {
            /** @description Newest first */
            entries: components["schemas"]["ConstantsEntryDto"][];
            /** @description The formulas have to be compared with the official text too */
            formulas: boolean;
            /** @description Numbers of the entries that runs of today use, newest first */
            inForce: number[];
            /** @description Whether results of today may be issued */
            issuable: boolean;
            method: string;
            /** @description Constants that stand as provisional in the sheet */
            needed: components["schemas"]["MethodParameterDto"][];
            /** @description Rows of look-up tables that do; each may be entered by itself */
            rows: components["schemas"]["ProvisionalRowDto"][];
            sheetHash: string;
            version: string;
        };
        MethodDecisionBody: {
            /** @enum {string} */
            decision: "publish" | "return";
            /** @description Needed to send it back */
            remarks?: string;
        };
        MethodDto: {
            examples: components["schemas"]["ExampleStandingDto"][];
            hash: string;
            id: string;
            /** @description False where an example fails or a provisional value is used */
            issuable: boolean;
            lookups: components["schemas"]["LookupDto"][];
            outputs: components["schemas"]["MethodOutputDto"][];
            parameters: components["schemas"]["MethodParameterDto"][];
            regions: string[];
            source: components["schemas"]["MethodSourceDto"];
            summary?: components["schemas"]["TextDto"];
            tables: components["schemas"]["MethodTableDto"][];
            title: components["schemas"]["TextDto"];
            valid: components["schemas"]["ValidityDto"];
            version: string;
        };
        MethodOutputDto: {
            clause?: string;
            decimals?: number;
            formula: string;
            name: string;
            title: components["schemas"]["TextDto"];
            /** @enum {string} */
            type: "number" | "text" | "boolean" | "date";
            unit: string;
        };
        MethodPageDto: {
            items: components["schemas"]["MethodSummaryDto"][];
        };
        MethodParameterDto: {
            choices?: string[];
            clause?: string;
            /** @description A sound value, of the sheet or of its worked examples */
            example?: string;
            help?: components["schemas"]["TextDto"];
            max?: string;
            min?: string;
            name: string;
            title: components["schemas"]["TextDto"];
            /** @enum {string} */
            type: "number" | "text" | "boolean" | "date";
            unit: string;
            values: components["schemas"]["DatedValueDto"][];
        };
        MethodProposalBody: {
            /** @description What changes, and what it rests on */
            reason: string;
            /** @description The whole sheet, as YAML; at most 1 MB */
            yaml: string;
        };
        MethodProposalDto: {
            check: components["schemas"]["MethodCheckDto"];
            hash: string;
            /** Format: uuid */
            id: string;
            method: string;
            /** @example MP2026-000001 */
            number: string;
            /** Format: date-time */
            proposedAt: string;
            /** Format: uuid */
            proposedBy: string;
            proposer: string;
            reason: string;
            remarks: string;
            /** Format: date-time */
            reviewedAt: string | null;
            reviewer: string | null;
            /** @enum {string} */
            status: "proposed" | "returned" | "published" | "withdrawn";
            title: components["schemas"]["TextDto"];
            version: string;
            yaml: string;
        };
        MethodProposalPageDto: {
            items: components["schemas"]["MethodProposalSummaryDto"][];
            nextCursor?: string;
        };
        MethodProposalSummaryDto: {
            hash: string;
            /** Format: uuid */
            id: string;
            method: string;
            /** @example MP2026-000001 */
            number: string;
            /** Format: date-time */
            proposedAt: string;
            /** Format: uuid */
            proposedBy: string;
            proposer: string;
            reason: string;
            remarks: string;
            /** Format: date-time */
            reviewedAt: string | null;
            reviewer: string | null;
            /** @enum {string} */
            status: "proposed" | "returned" | "published" | "withdrawn";
            title: components["schemas"]["TextDto"];
            version: string;
        };
        MethodSourceBody: {
            /** @description The whole sheet, as YAML */
            yaml: string;
        };
        MethodSourceDto: {
            clause?: string;
            /** @enum {string} */
            confidence: "official" | "secondary" | "provisional";
            title: string;
            url?: string;
        };
        MethodSummaryDto: {
            hash: string;
            id: string;
            regions: string[];
            source: components["schemas"]["MethodSourceDto"];
            summary?: components["schemas"]["TextDto"];
            title: components["schemas"]["TextDto"];
            valid: components["schemas"]["ValidityDto"];
            version: string;
        };
        MethodTableDto: {
            checks: components["schemas"]["RowCheckDto"][];
            columns: components["schemas"]["MethodColumnDto"][];
            group?: components["schemas"]["TableGroupDto"];
            key: string[];
            name: string;
            optional: boolean;
            parent?: components["schemas"]["TableParentDto"];
            title: components["schemas"]["TextDto"];
        };
        MethodTrialBody: {
            /**
             * Format: date
             * @description Whose values apply; today without it
             */
            asOf?: string;
            /** @description A cell to be explained: table/key/column or output/name */
            explain?: string;
            /** @description As it would be filed */
            input: components["schemas"]["FiledInputDto"];
            /** @example 150500 */
            region?: string;
            /** @description Without it, the version that applies on the day */
            version?: string;
        };
        MethodTrialDto: {
            explanation?: components["schemas"]["ExplanationDto"];
            result: components["schemas"]["RunResultDto"];
        };
        MethodYamlDto: {
            yaml: string;
        };
        MoveBody: {
            reason?: string;
            /** @enum {string} */
            status: "draft" | "submitted" | "published" | "suspended" | "retired";
        };
        MovedFigureDto: {
            /** @description decimal, signed */
            difference: string;
            /** @description decimal */
            from: string;
            /** @description of what it was; null where that is 0 */
            percent: string | null;
            /** @example product/main/footprint_per_unit */
            place: string;
            title: components["schemas"]["TitleDto"];
            /** @description decimal */
            to: string;
            unit: string;
        };
        MoveDto: {
            note?: string;
            /**
             * Format: date
             * @description Of publicity
             */
            publicFrom?: string;
            /**
             * Format: date
             * @description Last day of publicity; registered after it
             */
            publicTo?: string;
            /** @description Of the registry, with a registration */
            registryNumber?: string;
            /** @enum {string} */
            status: "draft" | "publicity" | "registered" | "withdrawn";
        };
        MoveReductionsDto: {
            note?: string;
            /**
             * Format: date
             * @description Of publicity
             */
            publicFrom?: string;
            /**
             * Format: date
             * @description Last day of publicity; registered after it
             */
            publicTo?: string;
            /** @description Of the registry, with a registration */
            registryNumber?: string;
            /** @enum {string} */
            stage: "publicity" | "registered";
        };
        NewAssetDto: {
            /**
             * @description what the right is a right to
             * @example 某碳汇项目 2026–2035 年收益
             */
            basis?: string;
            /** @example CEA24 */
            code: string;
            /** @example allowance */
            kind: string;
            /**
             * Format: uuid
             * @description eco_product: the published product of the catalogue behind it
             */
            product?: string;
            /**
             * @description how much of the product one unit is, in its unit; 1 if left out
             * @example 0.5
             */
            share?: string;
            /**
             * @description first day of the term of a right
             * @example 2026-01-01
             */
            validFrom?: string;
            /**
             * @description last day of the term
             * @example 2035-12-31
             */
            validTo?: string;
            /** @example 2024 */
            vintage?: number;
        };
        NewAuctionDto: {
            /** @example CEA24 */
            asset: string;
            /** Format: date-time */
            closesAt: string;
            /**
             * @description lowest price, yuan a unit
             * @example 90.00
             */
            floor: string;
            note?: string;
            /** Format: date-time */
            opensAt: string;
            /** @example 50000 */
            quantity: string;
        };
        NewBatchDto: {
            id: string;
            number: string;
            payments: number;
            total: string;
        };
        NewBidDto: {
            /** @example 95.50 */
            price: string;
            /** @example 1000 */
            quantity: string;
        };
        NewBoundaryDto: {
            /** @description GeoJSON Polygon, MultiPolygon, Feature or FeatureCollection, CGCS2000 degrees */
            geometry: {
                [key: string]: unknown;
            };
            reason?: string;
            /** @description Repairs of the preview that were seen and accepted */
            repairs?: string[];
            /** @description Hash of the file that the preview kept */
            sourceSha256?: string;
            /** Format: date */
            validFrom: string;
            /** @description The version that is changed; absent for a new area */
            version?: number;
        };
        NewClientBody: {
            /** @example ERP */
            name: string;
            /** Format: uuid */
            organisationId: string;
            roles: ("filer" | "reviewer" | "trader" | "finance_clerk" | "finance_approver" | "method_admin" | "regulator" | "auditor")[];
        };
        NewConstantsBody: {
            constants: components["schemas"]["EnteredConstantDto"][];
            document: components["schemas"]["OfficialDocumentDto"];
            formulas?: components["schemas"]["ComparedFormulasDto"];
            /**
             * Format: date
             * @description Runs as of this day and later use them
             */
            validFrom: string;
        };
        NewDivisionDto: {
            /** @description Plot → stratum, where neither place nor code says it */
            plots?: {
                [key: string]: string;
            };
            reason?: string;
            strata: components["schemas"]["StratumDto"][];
            /** Format: date */
            validFrom: string;
            /** @description The version that is replaced; 0 for the first */
            version: number;
        };
        NewFilingDto: {
            /**
             * Format: date
             * @description Day whose parameters apply; the end of the period when absent
             */
            asOf?: string;
            input?: components["schemas"]["FiledInputDto"];
            /** @example footprint/primary-aluminium */
            method: string;
            /** Format: date */
            periodEnd: string;
            /** Format: date */
            periodStart: string;
            product?: string;
            /**
             * @description GB/T 2260
             * @example 150581
             */
            region: string;
            title: string;
        };
        NewObligationDto: {
            /**
             * @description the verified account or report it rests on
             * @example ST2026-000012
             */
            basis: string;
            /**
             * @description verified emissions, whole tonnes CO2e
             * @example 1250000
             */
            due: string;
        };
        NewOperationDto: {
            /**
             * @description left out when a hold is ended as a whole
             * @example 1250
             */
            amount?: string;
            /** @example CEA24 */
            asset: string;
            beneficiary?: string;
            /** @example 2024-12-24 */
            businessDate?: string;
            counterparty?: string;
            document?: string;
            /**
             * @description pledge: share by which the lender lowers the value; not less than the rule of the kind
             * @example 0.30
             */
            haircut?: string;
            /** @description the pending transfer to end or to use */
            hold?: string;
            /** @description whose account; your own organisation unless you oversee */
            holder?: string;
            /** @description carry-over: the asset of the new vintage */
            into?: string;
            lender?: string;
            /**
             * @description pledge: what is lent on it, in yuan; a part released: what is still lent on the rest
             * @example 1500000.00
             */
            loan?: string;
            /**
             * @description see GET /registry/rules
             * @example transfer
             */
            operation: string;
            /**
             * @description pledge: the day of a given price
             * @example 2026-03-31
             */
            priceDate?: string;
            /**
             * @description pledge: where a given price comes from
             * @example 评估报告 2026-017
             */
            priceSource?: string;
            reason?: string;
            /** @description for holds: ends by itself after so many seconds */
            seconds?: number;
            /**
             * @example [
             *       "1-250"
             *     ]
             */
            serials?: string[];
            /**
             * @description pledge: yuan a unit; the last close where it is left out
             * @example 72.50
             */
            unitPrice?: string;
            /** @example 2024 */
            year?: number;
        };
        NewOrganisationBody: {
            /** @description Unified social credit code */
            creditCode?: string;
            /** @enum {string} */
            kind: "enterprise" | "reviewing_body" | "regulator" | "operator";
            /** @example 霍林郭勒某铝业有限公司 */
            name: string;
            /**
             * @description GB/T 2260
             * @example 150581
             */
            region?: string;
        };
        NewOutsideClaimDto: {
            /** Format: date */
            from: string;
            /** @description GeoJSON, CGCS2000 */
            geometry: {
                [key: string]: unknown;
            };
            holder: string;
            /** @description Number of the project, account or contract there */
            number: string;
            pools: ("tree" | "shrub" | "bamboo" | "grass" | "dead-wood" | "litter" | "soil" | "wetland")[];
            /**
             * @description CCER, VCS, GEP, compensation …
             * @example CCER
             */
            scheme: string;
            /** @description Where this was read */
            source: string;
            /** Format: date */
            to: string;
        };
        NewPartnerDto: {
            authUrl: string | null;
            baseUrl: string | null;
            clientId: string | null;
            /** Format: date-time */
            disabledAt: string | null;
            /**
             * Format: uuid
             * @description Also its client id at our host
             */
            id: string;
            name: string;
            products: string[] | null;
            /** @description The partner signs in here with its id and this; shown once */
            secret: string;
            /** @enum {string} */
            version: "2" | "3";
        };
        NewPeriodDto: {
            /** Format: date */
            end: string;
            /** Format: date */
            start: string;
        };
        NewProjectDto: {
            /** Format: date */
            creditingEnd: string;
            /** Format: date */
            creditingStart: string;
            /**
             * @description Its version is locked with the project
             * @example sink/ar-tool14-stratified
             */
            method: string;
            name: string;
            pools: ("tree" | "shrub" | "bamboo" | "grass" | "dead-wood" | "litter" | "soil" | "wetland")[];
            /**
             * @description GB/T 2260
             * @example 150785
             */
            region: string;
        };
        NewRasterRunDto: {
            /** Format: date */
            asOf: string;
            classes?: components["schemas"]["ClassesOfRunDto"];
            /** @example retention */
            column: string;
            /** @description By input of the formula: {raster: id} or {value} */
            factors: {
                [key: string]: {
                    raster: string;
                } | {
                    value: string;
                };
            };
            /** @example gep/soil-retention-rusle */
            method: string;
            /** @description Areas of a map that does not keep areas are taken knowingly */
            planarAreas?: boolean;
            /** @example 150000 */
            region: string;
            /** @example cell */
            table: string;
            title: string;
            total: components["schemas"]["TotalDto"];
            /**
             * @description A result raster and its quick-look are written
             * @default true
             */
            written?: boolean;
            zones?: components["schemas"]["ZonesOfRunDto"];
        };
        NewSeeaBody: {
            /** @description Words of the account that are no SEEA type, and the type they go to */
            ecosystems?: {
                [key: string]: string;
            };
            /**
             * Format: uuid
             * @description An issued filing of gep/account
             */
            filing: string;
            title?: string;
            use?: components["schemas"]["UseShareBody"][];
        };
        NewSinkFindingDto: {
            /** @enum {string} */
            kind: "corrective" | "clarification" | "forward";
            plot?: string;
            text: string;
        };
        NewSinkProspectDto: {
            /** @description Code of config/sink/growth.yaml; a stand has that of its species */
            curve?: string;
            /**
             * @description Decimal
             * @example 1200.5
             */
            hectares: string;
            name: string;
            note?: string;
            /** @description Whose land it is */
            owner: string;
            /** @description Decimal, 元 per hectare in the first year */
            plantingCost: string;
            /**
             * Format: uuid
             * @description The project it has become
             */
            projectId?: string;
            /**
             * @description GB/T 2260
             * @example 150785
             */
            region: string;
            /** @enum {string} */
            stage: "idea" | "survey" | "design" | "filed" | "dropped";
            /** @description Planned by the stand model instead of the curve alone */
            stand?: components["schemas"]["SinkStandDto"];
            startYear: number;
            /** @description Decimal, 元 per hectare and year */
            yearlyCost: string;
            /** @description Years credits are counted */
            years: number;
        };
        NewSinkReversalDto: {
            /** @enum {string} */
            cause: "fire" | "pest" | "drought" | "storm" | "logging" | "conversion" | "other";
            /** @description GeoJSON, CGCS2000 degrees */
            geometry: {
                [key: string]: unknown;
            };
            /** Format: date */
            happenedOn: string;
            /**
             * @description Decimal, t CO2e against the stock verified last
             * @example 120.5
             */
            loss: string;
            /** @description What happened and how the loss was found */
            note: string;
        };
        NewSinkSimulationDto: {
            /** @default 10000 */
            draws?: number;
            /** @description Drawn from the hash of the result where absent */
            seed?: number;
        };
        NewSinkVerificationDto: {
            /** @description Rule and clause on which tolerance and materiality rest */
            basis: string;
            /** @description Rule or risk rating on which the buffer rests */
            bufferBasis: string;
            /**
             * @description Decimal share of what is issued that goes to the buffer
             * @example 0.05
             */
            bufferShare: string;
            /**
             * @description Decimal share: how far all plots together may differ
             * @example 0.05
             */
            materiality: string;
            /**
             * @description Share of the plots of each stratum to measure again
             * @default 0.1
             */
            sample?: number;
            /**
             * @description Decimal share: how far a plot may differ
             * @example 0.10
             */
            tolerance: string;
        };
        NewStockDto: {
            /** @description Species → equation, where the preferred one is not wanted */
            equations?: {
                [key: string]: string;
            };
            /** @description The earlier and the later round, or one alone */
            rounds: number[];
        };
        NewUseBody: {
            /**
             * Format: uuid
             * @description Pledge: only the increment since. Damage: the state before
             */
            baseline?: string;
            /**
             * Format: uuid
             * @description Damage: the state without it
             */
            counterfactual?: string;
            /** @description Seller, programme, lender or party liable */
            counterparty: string;
            /** @description Number of the contract, decision or case */
            document: string;
            /**
             * Format: uuid
             * @description Issued GEP account; for damage the state after it
             */
            filing: string;
            /**
             * @description Pledge
             * @example 0.4
             */
            haircut?: string;
            /**
             * @description Purchase; all but the first wait for quality
             * @example [
             *       "0.7",
             *       "0.3"
             *     ]
             */
            instalments?: string[];
            /** @enum {string} */
            kind: "purchase" | "compensation" | "pledge" | "damage";
            /** @description Parcel that the account is of; the whole region where absent */
            parcel?: string;
            /**
             * @description Damage: discount rate
             * @example 0.03
             */
            rate?: string;
            /**
             * @description Codes of indicators
             * @example [
             *       "water-retention"
             *     ]
             */
            services: string[];
            /**
             * @description Purchase, compensation: share of the value
             * @example 0.002
             */
            share?: string;
            /** @description Damage: years until recovery */
            years?: number;
        };
        NewUserBody: {
            name: string;
            /** Format: uuid */
            organisationId: string;
            /** @description Absent for people who sign in elsewhere only (OpenID Connect) */
            password?: string;
            roles: ("filer" | "reviewer" | "trader" | "finance_clerk" | "finance_approver" | "method_admin" | "regulator" | "auditor")[];
            username: string;
        };
        NoticeBody: {
            /** @description Where objections are received */
            contact: string;
            /**
             * Format: date
             * @description First day; the programme says for how many days
             */
            from: string;
        };
        NoticeDto: {
            contact: string;
            /** Format: date */
            from: string;
            id: string;
            /** Format: date */
            to: string;
        };
        NoticeLineDto: {
            amount: string;
            /** @description Masked */
            identity: string;
            /** @description Masked */
            name: string;
            number: string;
            quantities: {
                [key: string]: string;
            };
        };
        ObjectionBody: {
            /** @description Household number, where it is about one */
            household?: string;
            text: string;
        };
        ObjectionDto: {
            household: string | null;
            id: string;
            /** @enum {string|null} */
            outcome: "dismissed" | "upheld" | null;
            reason: string | null;
            /** Format: date-time */
            receivedAt: string;
            receivedBy: components["schemas"]["PersonNameDto"];
            resolvedBy: components["schemas"]["PersonNameDto"] | null;
            text: string;
        };
        ObjectionNotedDto: {
            id: string;
        };
        ObligationDto: {
            basis: string;
            /** @enum {string} */
            confidence: "official" | "secondary" | "provisional";
            deadline: string;
            due: string;
            /** @description tradable allowances of eligible vintages */
            holding: string;
            /** @description still to be surrendered */
            left: string;
            offset: string;
            offsetLimit: string;
            organisation: string;
            organisationId: string;
            /** @description what is missing if nothing more is bought */
            shortfall: string;
            surrendered: string;
            year: number;
        };
        ObligationPageDto: {
            items: components["schemas"]["ObligationDto"][];
            nextCursor?: string;
        };
        ObligationReminderDto: {
            deadline: string;
            /** @description tonnes left to surrender */
            left: string;
            organisation: string;
            /** Format: date-time */
            seenAt: string;
            /** @enum {string} */
            stage: "d60" | "d30" | "d7" | "overdue";
            year: number;
        };
        ObservationBody: {
            /** Format: date */
            day: string;
            /** @description Who measured it, how */
            source: string;
            /** @example % */
            unit: string;
            /** @example 45.2 */
            value: string;
        };
        OfferBody: {
            /** @example CEA24 */
            asset: string;
            /**
             * Format: uuid
             * @description Of a block: to whom it is offered
             */
            counterparty?: string;
            /** @enum {string} */
            mode: "listed" | "block";
            note?: string;
            /**
             * @description Yuan a unit
             * @example 97.50
             */
            price: string;
            /** @example 1000 */
            quantity: string;
            /** @enum {string} */
            side: "supply" | "demand";
        };
        OfficialDocumentDto: {
            /** @example CCER-14-001-V01 */
            number?: string;
            /** Format: date */
            publishedOn?: string;
            /** @example 温室气体自愿减排项目方法学 造林碳汇 */
            title: string;
            url?: string;
        };
        OffsetDto: {
            /** @description t CO2e */
            amount: string;
            asset: string;
            /** @description Declared units; decimal */
            quantity: string;
            serials: string[];
        };
        OffsetWishDto: {
            /** @example SC24 */
            asset: string;
            /**
             * @description declared units that are offset; decimal
             * @example 1000
             */
            quantity: string;
            /**
             * @description cancelled by the holder
             * @example [
             *       "1-250"
             *     ]
             */
            serials: string[];
        };
        OidcStateDto: {
            enabled: boolean;
        };
        OperationDto: {
            amount: string;
            /** Format: date-time */
            askedAt: string;
            askedBy: string;
            asset: string;
            businessDate: string;
            counterparty: string | null;
            /** Format: date-time */
            decidedAt: string | null;
            decidedBy: string | null;
            details: {
                [key: string]: unknown;
            };
            hold: string | null;
            id: string;
            number: string;
            operation: string;
            organisation: string;
            organisationId: string;
            refusal: components["schemas"]["OperationRefusalDto"] | null;
            serials: string[] | null;
            /** @enum {string} */
            status: "proposed" | "approved" | "posted" | "refused" | "rejected";
            /** @description number of the transfer; of a hold, its number */
            transfer: string | null;
            unit: string;
            year: number | null;
        };
        OperationPageDto: {
            items: components["schemas"]["OperationDto"][];
            nextCursor?: string;
        };
        OperationRefusalDto: {
            code?: string;
            details?: {
                [key: string]: unknown;
            };
            reason?: string;
        };
        OperationRuleDto: {
            /** @description Who may approve, another person than who asked; absent: at once */
            approve?: string[];
            code: string;
            en: string;
            /**
             * @description With units whose term is over: also, or only then; absent: not any more
             * @enum {string}
             */
            ended?: "also" | "only";
            from: string;
            hold?: boolean;
            needs?: ("document" | "reason" | "counterparty" | "lender" | "loan" | "year" | "beneficiary" | "into")[];
            of?: boolean;
            /** @description The receiving account is the counterparty's */
            other?: boolean;
            roles: string[];
            to: string;
            zh: string;
        };
        OperatorUseDto: {
            /** @description Formulas */
            args: {
                [key: string]: string;
            };
            name: string;
        };
        OrganisationDto: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "enterprise" | "reviewing_body" | "regulator" | "operator";
            name: string;
        };
        OrganisationPageDto: {
            items: components["schemas"]["OrganisationRow"][];
            nextCursor?: string;
        };
        OrganisationRow: {
            /** Format: date-time */
            createdAt: string;
            creditCode: string | null;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "enterprise" | "reviewing_body" | "regulator" | "operator";
            name: string;
            region: string | null;
        };
        OutsideClaimDto: {
            /** Format: date-time */
            endedAt: string | null;
            /** Format: date */
            from: string;
            /** @description Decimal */
            hectares: string;
            holder: string;
            /** Format: uuid */
            id: string;
            number: string;
            pools: ("tree" | "shrub" | "bamboo" | "grass" | "dead-wood" | "litter" | "soil" | "wetland")[];
            scheme: string;
            source: string;
            /** Format: date */
            to: string;
        };
        OutsideClaimPageDto: {
            items: components["schemas"]["OutsideClaimDto"][];
            nextCursor?: string;
        };
        OwnResultDto: {
            /** Format: uuid */
            filingId: string;
            number: string;
            outputs: {
                [key: string]: string | boolean;
            };
            /** Format: date */
            periodEnd: string;
            /** Format: date */
            periodStart: string;
            product: string | null;
            status: string;
            title: string;
        };
        PactAttemptDto: {
            /** Format: date-time */
            at: string;
            /** @description Milliseconds */
            ms: number;
            note: components["schemas"]["TextDto"] | null;
            number: number;
            ok: boolean;
            /** @description HTTP status, where there was an answer */
            status: number | null;
        };
        PactEventDto: {
            data: Record<string, never>;
            eventId: string;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "created" | "fulfilled" | "rejected" | "published";
            note: components["schemas"]["TextDto"] | null;
            partner: string;
            /** Format: date-time */
            receivedAt: string;
            source: string;
            /** @enum {string} */
            state: "received" | "done" | "failed";
        };
        PactEventPageDto: {
            items: components["schemas"]["PactEventDto"][];
            nextCursor?: string;
        };
        PactFindingDto: {
            message: components["schemas"]["PactTextDto"];
            /**
             * @description RFC 6901
             * @example /pcf/pcfExcludingBiogenicUptake
             */
            pointer: string;
            /** @example PF-SUM-EXCLUDING */
            rule: string;
            /** @enum {string} */
            severity: "error" | "warning";
        };
        PactMessageDto: {
            /** @enum {string|null} */
            answer: "open" | "fulfilled" | "rejected" | null;
            answerNote: string | null;
            attempts: number;
            /** Format: date-time */
            createdAt: string;
            data: Record<string, never>;
            /**
             * Format: date-time
             * @description Given up after this: 72 hours
             */
            deadline: string;
            /** Format: date-time */
            deliveredAt: string | null;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "created" | "fulfilled" | "rejected" | "published";
            lastError: components["schemas"]["TextDto"] | null;
            /** Format: date-time */
            nextAt: string | null;
            partner: string;
            /** @enum {string} */
            state: "waiting" | "delivered" | "dead";
        };
        PactMessagePageDto: {
            items: components["schemas"]["PactMessageDto"][];
            nextCursor?: string;
        };
        PactTextDto: {
            en: string;
            zh: string;
        };
        PactTokenDto: {
            access_token: string;
            /** @description Seconds */
            expires_in: number;
            /** @example Bearer */
            token_type: string;
        };
        PaidBody: {
            /** Format: date */
            paidOn: string;
            /** @description Number of the bank slip */
            slip: string;
        };
        ParameterBody: {
            /**
             * @description A provisional value can be tried; it cannot be approved
             * @enum {string}
             */
            confidence: "official" | "secondary" | "provisional";
            /** @example coefficient */
            name: string;
            /** @description GB/T 2260 prefix: 15 the region, 1525 a league, 152501 a banner */
            region: string;
            /** @description The paper it stands in, with clause */
            source: string;
            /** Format: date */
            validFrom: string;
            /**
             * Format: date
             * @description Last day; open when absent
             */
            validTo?: string;
            /**
             * @description Decimal
             * @example 1.25
             */
            value: string;
        };
        ParameterDto: {
            /**
             * @description A provisional value can be tried; it cannot be approved
             * @enum {string}
             */
            confidence: "official" | "secondary" | "provisional";
            /** Format: uuid */
            id: string;
            /** @example coefficient */
            name: string;
            /** @description GB/T 2260 prefix: 15 the region, 1525 a league, 152501 a banner */
            region: string;
            /** @description The paper it stands in, with clause */
            source: string;
            /** Format: date */
            validFrom: string;
            /** Format: date */
            validTo: string | null;
            /**
             * @description Decimal
             * @example 1.25
             */
            value: string;
        };
        ParameterUseDto: {
            /** @enum {string} */
            confidence: "official" | "secondary" | "provisional";
            /** @description Chosen by the filing */
            given?: boolean;
            keys?: string[];
            name: string;
            /** @description A what-if: never issued */
            overridden: boolean;
            source: string;
            unit: string;
            value: string;
        };
        ParcelCheckDto: {
            claimed: components["schemas"]["ParcelClaimedDto"][];
            differences: components["schemas"]["ParcelDifferenceDto"][];
        };
        ParcelClaimDto: {
            /** Format: date */
            from: string;
            scheme: string;
            /** Format: date */
            to: string;
        };
        ParcelClaimedDto: {
            code: string;
            /** @description How many there are in all */
            count: number;
            /** Format: date */
            from: string;
            household: string;
            scheme: string;
            /** Format: date */
            to: string;
        };
        ParcelDifferenceDto: {
            banner: string;
            household: string;
            /** @enum {string} */
            kind: "ban" | "balance";
            register: string;
            roster: string;
        };
        ParcelDto: {
            areaMu: string;
            banner: string;
            claims: components["schemas"]["ParcelClaimDto"][];
            code: string;
            contract: string;
            document: string;
            /** Format: date */
            from: string;
            household: string;
            id: string;
            /** @enum {string} */
            kind: "ban" | "balance";
            /** Format: date */
            to: string;
        };
        ParcelPageDto: {
            items: components["schemas"]["ParcelDto"][];
            nextCursor?: string;
        };
        ParcelsTakenDto: {
            contracts: number;
            parcels: number;
        };
        PartnerBody: {
            /** @description Where tokens are had, if not at the base URL */
            authUrl?: string;
            /** @description Base URL of its host: https, outside the network */
            baseUrl?: string;
            /** @description Ours at its host */
            clientId?: string;
            /** @description Ours at its host; kept sealed. Absent in a change: as it was */
            clientSecret?: string;
            name: string;
            /** @description Product ids it may see; all when absent */
            products?: string[];
            /**
             * @description Version of PACT its host speaks
             * @enum {string}
             */
            version: "2" | "3";
        };
        PartnerDto: {
            authUrl: string | null;
            baseUrl: string | null;
            clientId: string | null;
            /** Format: date-time */
            disabledAt: string | null;
            /**
             * Format: uuid
             * @description Also its client id at our host
             */
            id: string;
            name: string;
            products: string[] | null;
            /** @enum {string} */
            version: "2" | "3";
        };
        PartnerListDto: {
            items: components["schemas"]["PartnerDto"][];
            nextCursor?: string;
        };
        PartnerSecretDto: {
            /** Format: uuid */
            id: string;
            /** @description Shown once */
            secret: string;
        };
        PartsBody: {
            /** @description Zero or negative */
            biogenicCO2Uptake?: string;
            biogenicNonCO2Emissions?: string;
            landManagementBiogenicCO2Emissions?: string;
            /** @description Zero or negative */
            landManagementBiogenicCO2Removals?: string;
            landUseChangeGhgEmissions?: string;
        };
        PartsDto: {
            data: string;
            formula: string;
            /** @description 元 */
            indicator: string;
            parameter: string;
            price: string;
        };
        PartyDto: {
            /** @description Budget account or line */
            account?: string;
            name: string;
            /** @enum {string} */
            role: "payer" | "payee" | "operator" | "bank";
        };
        PasswordBody: {
            current: string;
            password: string;
        };
        PasswordResetBody: {
            password: string;
        };
        PastedTable: {
            /** @description Cells as a spreadsheet copies them, or CSV; the heading included */
            text: string;
        };
        PeerRangeDto: {
            /** @description Third quartile */
            high: string;
            /** @description First quartile, a figure that was reached */
            low: string;
            /** @description Median */
            middle: string;
            output: string;
        };
        PeersDto: {
            count: number | null;
            /** @description False where so few have issued results that a single one could be made out */
            enough: boolean;
            fewest: number;
            ranges: components["schemas"]["PeerRangeDto"][];
        };
        PeriodDto: {
            /** Format: date */
            end: string;
            /** Format: uuid */
            id: string;
            /** Format: date */
            start: string;
        };
        PersonDto: {
            id: string;
            name: string;
        };
        PersonNameDto: {
            id: string;
            name: string;
        };
        PhaseEstimateDto: {
            /** @description At 90 %, two-sided */
            halfWidth: number;
            /** @description U: half-width over the value */
            relative: number | null;
            /** @description t d.m./hm² of a stratum, t CO2e of the whole */
            value: number;
        };
        PlanPriceDto: {
            asset: string;
            on: string;
            /** @example 97.40 */
            yuan: string;
        };
        PledgeDto: {
            asset: string;
            document: string;
            haircut: string | null;
            /** @description number of the pledge */
            hold: string;
            /** @description units still pledged */
            left: string;
            lender: string;
            /** @description value × (1 − haircut) */
            limit: string | null;
            /** @description what is lent on it, in yuan */
            loan: string | null;
            /** Format: date */
            on: string;
            organisation: string;
            /** @description units pledged at first */
            pledged: string;
            priceDate: string | null;
            priceSource: string | null;
            /** @enum {string} */
            status: "open" | "handed_on" | "released";
            unit: string;
            /** @description yuan a unit */
            unitPrice: string | null;
            /** @description of what is left, in yuan */
            value: string | null;
        };
        PledgePageDto: {
            items: components["schemas"]["PledgeDto"][];
            nextCursor?: string;
        };
        PledgeRuleDto: {
            /** @enum {string} */
            confidence: "official" | "secondary" | "provisional";
            /** @description Least share by which the value is lowered before it is lent on */
            haircut: string;
            kind: string;
            /** @description How old a price may be, in days */
            price_age: number;
            source: string;
        };
        PlotDto: {
            accuracyM: string | null;
            /** @description Activity area around it; none where the boundary has moved away */
            area: string | null;
            /** @description Decimal, hectares, horizontal */
            areaHa: string;
            code: string;
            /** Format: date */
            establishedOn: string;
            /** @description Whether the position is the true one */
            exact: boolean;
            /** @enum {string} */
            form: "circle" | "square" | "rectangle";
            /** @enum {string} */
            kind: "permanent" | "temporary";
            /** @enum {string} */
            laid: "horizontal" | "slope";
            /** @description Decimal, as laid out */
            laidM2: string;
            latitude: string;
            /** @description Degrees; to some kilometres for those who neither work on the plot nor check it */
            longitude: string;
            slopeDegrees: string;
            stratum: string | null;
            visits: components["schemas"]["RoundDto"][];
        };
        PlotPageDto: {
            items: components["schemas"]["PlotDto"][];
            nextCursor?: string;
        };
        PositionDto: {
            asset: string;
            carriedOver: string;
            /** @description on hold, pledged, frozen or in the buffer */
            held: string;
            kind: string;
            retired: string;
            surrendered: string;
            tradable: string;
            unit: string;
            vintage: number | null;
        };
        PreviewDto: {
            /** @description Land that is within now */
            added: components["schemas"]["GeometryDto"];
            /** @description What cannot be repaired */
            faults: components["schemas"]["FaultDto"][];
            /** @enum {string} */
            format: "geojson" | "kml" | "shapefile";
            /** @description Sound; none where it cannot be repaired */
            geometry: components["schemas"]["GeometryDto"] | null;
            /** @description Other claims on the same land and pool */
            overlaps: components["schemas"]["FaultDto"][];
            /** @description Land that is no longer within */
            removed: components["schemas"]["GeometryDto"];
            /** @description What was done */
            repairs: components["schemas"]["FaultDto"][];
            sourceSha256: string;
            /** @description Decimal */
            squareMetres: string;
            /** @description Decimal, by the rings as they came */
            squareMetresBefore: string;
            /** @description Reference system of the file, as it was understood */
            system: string;
            vertices: number;
        };
        PriceDto: {
            /** @enum {string} */
            confidence: "official" | "secondary" | "provisional";
            key: string;
            name: components["schemas"]["TextDto"];
            note: string;
            source: string;
            unit: string;
            value: string;
            year: number;
        };
        ProductBody: {
            /** @description Needed with a mark */
            certificate?: string;
            /**
             * @description Unique within the organisation
             * @example XL-2026-001
             */
            code: string;
            /** Format: date */
            from: string;
            /** @description GeoJSON Polygon or MultiPolygon, degrees of CGCS2000 */
            geometry?: {
                [key: string]: unknown;
            };
            /** @enum {string} */
            mark?: "meng" | "geographical" | "green" | "organic";
            name: string;
            /** @description Owner or right-holder */
            owner: string;
            /** @enum {string} */
            ownerKind: "state" | "collective" | "household" | "enterprise";
            parcel?: string;
            /** @example 1200 */
            quantity: string;
            /** @example 152502 */
            region: string;
            /**
             * @description Indicator: its code or a name of it
             * @example livestock
             */
            service: string;
            /** Format: date */
            to: string;
            /** @example t */
            unit: string;
        };
        ProductCountDto: {
            products: number;
            region: string;
        };
        ProductDetailDto: {
            /** @description What it is traded as, once the registrar has opened that */
            asset: string | null;
            certificate: string | null;
            /** @enum {string} */
            class: "provisioning" | "regulating" | "cultural";
            code: string;
            /** Format: date-time */
            createdAt: string;
            events: components["schemas"]["ProductEventDto"][];
            /** Format: date */
            from: string;
            /** @description Of the drawn place */
            hectares: string | null;
            /** Format: uuid */
            id: string;
            /** @enum {string|null} */
            mark: "meng" | "geographical" | "green" | "organic" | null;
            name: string;
            observations: components["schemas"]["ProductObservationDto"][];
            organisation: string | null;
            own: boolean;
            owner: string;
            /** @enum {string} */
            ownerKind: "state" | "collective" | "household" | "enterprise";
            parcel: string | null;
            /** @description Decimal */
            quantity: string;
            region: string;
            /** @description Code of the indicator */
            service: string;
            /** @description GeoJSON */
            shape: {
                [key: string]: unknown;
            } | null;
            /** @description How much of it one unit of the asset is */
            share: string | null;
            /** @enum {string} */
            status: "draft" | "submitted" | "published" | "suspended" | "retired";
            /** Format: date */
            to: string;
            unit: string;
        };
        ProductDto: {
            /** @description What it is traded as, once the registrar has opened that */
            asset: string | null;
            certificate: string | null;
            /** @enum {string} */
            class: "provisioning" | "regulating" | "cultural";
            code: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date */
            from: string;
            /** @description Of the drawn place */
            hectares: string | null;
            /** Format: uuid */
            id: string;
            /** @enum {string|null} */
            mark: "meng" | "geographical" | "green" | "organic" | null;
            name: string;
            organisation: string | null;
            own: boolean;
            owner: string;
            /** @enum {string} */
            ownerKind: "state" | "collective" | "household" | "enterprise";
            parcel: string | null;
            /** @description Decimal */
            quantity: string;
            region: string;
            /** @description Code of the indicator */
            service: string;
            /** @description How much of it one unit of the asset is */
            share: string | null;
            /** @enum {string} */
            status: "draft" | "submitted" | "published" | "suspended" | "retired";
            /** Format: date */
            to: string;
            unit: string;
        };
        ProductEventDto: {
            /** Format: date-time */
            at: string;
            by: string;
            reason: string;
            status: string;
        };
        ProductMapDto: {
            items: components["schemas"]["ProductCountDto"][];
        };
        ProductObservationDto: {
            /** Format: date */
            day: string;
            source: string;
            unit: string;
            value: string;
        };
        ProductPageDto: {
            items: components["schemas"]["ProductDto"][];
            nextCursor?: string;
        };
        ProductsImportedDto: {
            products: number;
        };
        ProfileDto: {
            /** Format: uuid */
            id: string;
            name: string;
            organisation: components["schemas"]["OrganisationDto"];
            roles: ("filer" | "reviewer" | "trader" | "finance_clerk" | "finance_approver" | "method_admin" | "regulator" | "auditor")[];
            username: string;
        };
        ProgrammeBody: {
            documents?: components["schemas"]["DocumentDto"][];
            /**
             * Format: date
             * @description Day on which the money arrived; arrears count from it
             */
            fundsReceivedOn?: string;
            legalBasis: components["schemas"]["LegalBasisDto"][];
            /** @example compensation/grassland-reward */
            method: string;
            /** @description Days of public notice, as the local rule says */
            noticeDays: number;
            parties: components["schemas"]["PartyDto"][];
            /**
             * Format: date
             * @description Parameters in force on this day apply
             */
            periodEnd: string;
            /** Format: date */
            periodStart: string;
            /**
             * @description Pool in yuan
             * @example 4575000000.00
             */
            pool: string;
            /** @description Budget line of the pool */
            poolCode: string;
            /**
             * @description GB/T 2260: region, league or banner
             * @example 150000
             */
            region: string;
            /** @example 2023 年草原生态保护补助奖励 */
            title: string;
            year: number;
        };
        ProgrammeBookDto: {
            agrees: boolean;
            banners: components["schemas"]["BookBannerDto"][];
            total: components["schemas"]["BookTotalDto"];
            /** @description Transfers asked for and not posted yet */
            waiting: number;
        };
        ProgrammeChange: {
            documents?: components["schemas"]["DocumentDto"][];
            /**
             * Format: date
             * @description Day on which the money arrived; arrears count from it
             */
            fundsReceivedOn?: string;
            legalBasis: components["schemas"]["LegalBasisDto"][];
            /** @example compensation/grassland-reward */
            method: string;
            /** @description Days of public notice, as the local rule says */
            noticeDays: number;
            parties: components["schemas"]["PartyDto"][];
            /**
             * Format: date
             * @description Parameters in force on this day apply
             */
            periodEnd: string;
            /** Format: date */
            periodStart: string;
            /**
             * @description Pool in yuan
             * @example 4575000000.00
             */
            pool: string;
            /** @description Budget line of the pool */
            poolCode: string;
            /**
             * @description GB/T 2260: region, league or banner
             * @example 150000
             */
            region: string;
            /** @description Revision on which the change was made */
            revision: number;
            /** @example 2023 年草原生态保护补助奖励 */
            title: string;
            year: number;
        };
        ProgrammeDto: {
            acts?: components["schemas"]["ActDto"][];
            documents?: components["schemas"]["DocumentDto"][];
            /**
             * Format: date
             * @description Day on which the money arrived; arrears count from it
             */
            fundsReceivedOn?: string;
            /** Format: uuid */
            id: string;
            legalBasis: components["schemas"]["LegalBasisDto"][];
            /** @example compensation/grassland-reward */
            method: string;
            /** @description Days of public notice, as the local rule says */
            noticeDays: number;
            /** @example B2026-00001 */
            number: string;
            parties: components["schemas"]["PartyDto"][];
            /**
             * Format: date
             * @description Parameters in force on this day apply
             */
            periodEnd: string;
            /** Format: date */
            periodStart: string;
            /**
             * @description Pool in yuan
             * @example 4575000000.00
             */
            pool: string;
            /** @description Budget line of the pool */
            poolCode: string;
            /**
             * @description GB/T 2260: region, league or banner
             * @example 150000
             */
            region: string;
            revision: number;
            runId?: string | null;
            /** @enum {string} */
            stage: "draft" | "calculated" | "reviewed" | "notice" | "approved" | "paid" | "closed";
            /** @example 2023 年草原生态保护补助奖励 */
            title: string;
            year: number;
        };
        ProgrammePageDto: {
            items: components["schemas"]["ProgrammeDto"][];
            nextCursor?: string;
        };
        ProjectDto: {
            areas: number;
            /** Format: date */
            creditingEnd: string;
            /** Format: date */
            creditingStart: string;
            /** @description Decimal, hectares of the current boundaries */
            hectares: string;
            /** Format: uuid */
            id: string;
            /**
             * @description Its version is locked with the project
             * @example sink/ar-tool14-stratified
             */
            method: string;
            methodVersion: string;
            name: string;
            /** @example S2026-000001 */
            number: string;
            pools: ("tree" | "shrub" | "bamboo" | "grass" | "dead-wood" | "litter" | "soil" | "wetland")[];
            /**
             * @description GB/T 2260
             * @example 150785
             */
            region: string;
            sheetHash: string;
            /** @description Taken so far, in their order */
            stages: components["schemas"]["SinkStageDto"][];
            /** @enum {string} */
            status: "draft" | "publicity" | "registered" | "withdrawn";
        };
        ProjectPageDto: {
            items: components["schemas"]["ProjectDto"][];
            nextCursor?: string;
        };
        ProposalBody: {
            /** @description Why, and what the values rest on */
            reason?: string;
            rows: components["schemas"]["ProposalRowBody"][];
            title: string;
        };
        ProposalDecisionBody: {
            /** @enum {string} */
            decision: "publish" | "return";
            /** @description Needed to send it back */
            remarks?: string;
        };
        ProposalDto: {
            /** @description spreadsheet that it was imported from */
            fileName: string | null;
            /** Format: uuid */
            id: string;
            /** @example FP2026-000001 */
            number: string;
            organisation: string;
            /** Format: date-time */
            proposedAt: string;
            /** Format: uuid */
            proposedBy: string;
            proposer: string;
            reason: string;
            remarks: string;
            /** Format: date-time */
            reviewedAt: string | null;
            reviewer: string | null;
            /** @description number of factors */
            rows: number;
            /**
             * Format: uuid
             * @description the shadow run, once published
             */
            shadowId: string | null;
            /** @enum {string} */
            status: "proposed" | "returned" | "published" | "withdrawn";
            title: string;
        };
        ProposalPageDto: {
            items: components["schemas"]["ProposalDto"][];
            nextCursor?: string;
        };
        ProposalRowBody: {
            /**
             * @description Cells as text, by field: id, category, name_zh, name_en, value, unit, low, high, gas, stage, region, valid_from, valid_to, year_label, source_title, source_clause, source_url, confidence, unit_note, gases, gwp_set, dqr, sigma_ln, source_document, source_row. Gases "CO2=0.55; CH4=0.0008", quality "1;2;1;3;2"
             * @example {
             *       "id": "wool-greasy-2025",
             *       "category": "livestock-cashmere",
             *       "value": "12.5",
             *       "unit": "kg CO2e/kg"
             *     }
             */
            cells: {
                [key: string]: string;
            };
        };
        ProposalRowDto: {
            /** @description version that it was made on; 0: a new factor */
            baseVersion: number;
            /** @description the version before */
            before: {
                [key: string]: unknown;
            } | null;
            factorId: string;
            /** @description what is proposed, by field */
            record: {
                [key: string]: unknown;
            };
            row: number;
        };
        ProposalRowPageDto: {
            items: components["schemas"]["ProposalRowDto"][];
            nextCursor?: string;
        };
        ProvisionalRowDto: {
            keyNames: string[];
            keys: string[];
            /** @description Look-up table */
            name: string;
            /** @description Still so for runs of today */
            provisional: boolean;
            title: components["schemas"]["TextDto"];
            /** @enum {string} */
            type: "number" | "text" | "boolean" | "date";
            unit: string;
            /** @description As the sheet has them */
            values: components["schemas"]["DatedValueDto"][];
        };
        PublicLabelDto: {
            /** @description Compact JWS over the label as issued */
            jws: string;
            label: components["schemas"]["LabelDto"];
            /** @enum {string} */
            status: "valid" | "withdrawn" | "expired";
        };
        PublishBody: {
            allocationRulesDescription?: string;
            /** @description kg C per declared unit */
            biogenicCarbonContent?: string;
            comment?: string;
            dqi?: components["schemas"]["DqiBody"];
            /** @description kg C per declared unit */
            fossilCarbonContent: string;
            /**
             * @description Where the result does not say it
             * @example [
             *       "AR6"
             *     ]
             */
            ipccCharacterizationFactors?: string[];
            /** @example CF2026-000001-22 */
            label: string;
            packagingEmissionsIncluded: boolean;
            packagingGhgEmissions?: string;
            /** @description kg CO2e per declared unit; the rest is fossil */
            parts?: components["schemas"]["PartsBody"];
            /** @description Per cent */
            primaryDataShare?: string;
            /**
             * @example [
             *       "urn:cpc:41431"
             *     ]
             */
            productClassifications?: string[];
            /** @description URNs; one of our own when absent */
            productIds?: string[];
            /** @description kg; needed where the declared unit is no mass */
            productMassPerDeclaredUnit?: string;
            /**
             * Format: uuid
             * @description A published footprint that this one takes the place of
             */
            replaces?: string;
        };
        PublishedBannerDto: {
            amount: string;
            code: string;
            households: number;
            nameEn: string | null;
            nameZh: string | null;
        };
        PublishedDto: {
            /** Format: date-time */
            created: string;
            /** Format: date-time */
            deprecatedAt: string | null;
            deprecateReason: string | null;
            footprint: Record<string, never>;
            /** Format: uuid */
            id: string;
            labelNumber: string;
            /** @enum {string} */
            status: "Active" | "Deprecated";
        };
        PublishedListDto: {
            items: components["schemas"]["PublishedProgrammeDto"][];
        };
        PublishedNoticeDto: {
            contact: string;
            /** Format: date */
            from: string;
            items: components["schemas"]["NoticeLineDto"][];
            legalBasis: components["schemas"]["LegalBasisDto"][];
            method: string;
            nextCursor?: string;
            title: string;
            /** Format: date */
            to: string;
            year: number;
        };
        PublishedPageDto: {
            items: components["schemas"]["PublishedDto"][];
            nextCursor?: string;
        };
        PublishedProgrammeDto: {
            banners: components["schemas"]["PublishedBannerDto"][];
            households: number;
            legalBasis: components["schemas"]["LegalBasisDto"][];
            method: string;
            /** @description In its days only */
            notice: components["schemas"]["NoticeDto"] | null;
            number: string;
            organisation: string;
            pool: string;
            /** @enum {string} */
            stage: "notice" | "approved" | "paid" | "closed";
            title: string;
            total: string;
            year: number;
        };
        PulledDto: {
            /** Format: uuid */
            jobId: string;
        };
        QualityBody: {
            document: string;
            passed: boolean;
        };
        RasterColumnDto: {
            column: string;
            /** @description Factors of its formula */
            inputs: components["schemas"]["RasterInputDto"][];
            method: string;
            methodTitle: components["schemas"]["TextDto"];
            table: string;
            title: components["schemas"]["TextDto"];
            unit: string;
            version: string;
        };
        RasterColumnsDto: {
            items: components["schemas"]["RasterColumnDto"][];
        };
        RasterDto: {
            /** @description West, south, east, north */
            bounds: string[];
            bytes: string;
            /** @description Width and height of a cell */
            cell: string[];
            /** @description u8, i16, f32, … */
            cellType: string;
            /** Format: date-time */
            createdAt: string;
            createdBy: components["schemas"]["PersonNameDto"];
            /** @description Coordinate system */
            crs: string;
            height: number;
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["RasterKind"];
            name: string;
            nodata: string;
            sha256: string;
            unit: string | null;
            width: number;
            zones: components["schemas"]["ZoneDto"][] | null;
        };
        RasterInputDto: {
            /** @description Classes are whole numbers and find their values in the look-up tables of the method */
            classes: boolean;
            help: components["schemas"]["TextDto"] | null;
            max: string | null;
            min: string | null;
            name: string;
            title: components["schemas"]["TextDto"];
            unit: string;
        };
        /** @enum {string} */
        RasterKind: "factor" | "zones" | "classes";
        RasterPageDto: {
            items: components["schemas"]["RasterDto"][];
            nextCursor?: string;
        };
        RasterRunDto: {
            /** Format: date */
            asOf: string;
            column: string;
            columnTitle: components["schemas"]["TextDto"] | null;
            /** Format: date-time */
            createdAt: string;
            createdBy: components["schemas"]["PersonNameDto"];
            faults: components["schemas"]["FaultDto"][];
            /** Format: date-time */
            finishedAt: string | null;
            /** Format: uuid */
            id: string;
            method: string;
            /** @description Stretches of tile rows, each a job of its own */
            parts: number;
            partsDone: number;
            /** @description Quick-look, PNG */
            picture: string | null;
            /** @description Share done, 0 to 1 */
            progress: string;
            /** @description Cloud-Optimised GeoTIFF */
            raster: string | null;
            region: string;
            result?: components["schemas"]["RasterRunResultDto"];
            resultHash: string | null;
            status: components["schemas"]["RasterRunStatus"];
            table: string;
            title: string;
            total: string | null;
            unit: string | null;
            version: string;
            /** @description Workers that took part */
            workers: number;
        };
        RasterRunPageDto: {
            items: components["schemas"]["RasterRunDto"][];
            nextCursor?: string;
        };
        RasterRunResultDto: {
            /** @description By zone and class */
            classes: components["schemas"]["ZoneSumDto"][];
            /** @description Of the quick-look */
            legend?: components["schemas"]["LegendDto"];
            parametersUsed: {
                [key: string]: unknown;
            }[];
            total: string;
            unit: string;
            /** @description By zone, its parts included: children add to their parent exactly */
            zones: components["schemas"]["ZoneSumDto"][];
        };
        /** @enum {string} */
        RasterRunStatus: "waiting" | "running" | "joining" | "succeeded" | "failed" | "cancelled";
        ReadinessDto: {
            code: string;
            /** @enum {string} */
            confidence: "official" | "secondary" | "provisional";
            /** @description what is in the way, or how it was met */
            detail?: components["schemas"]["TextDto"];
            document?: string;
            /** @enum {string} */
            kind: "computed" | "declared";
            met: boolean;
            source: string;
            title: components["schemas"]["TextDto"];
        };
        ReadWorkbookDto: {
            /** @description Worksheets that are none of ours */
            ignored: string[];
            input: components["schemas"]["FiledInputDto"];
        };
        ReasonBody: {
            reason: string;
        };
        ReceiptBody: {
            /** @example 120.00 */
            amount: string;
            /** Format: date */
            on: string;
            /** @description Number of the bank slip */
            reference: string;
        };
        ReceivedDetailDto: {
            companyName: string;
            /** @description Decimal */
            declaredAmount: string;
            /** @example kilogram */
            declaredUnit: string;
            /** @description Findings that keep it out of inventories */
            errors: number;
            findings: components["schemas"]["PactFindingDto"][];
            footprint: Record<string, never>;
            /** Format: uuid */
            id: string;
            partner: string;
            /** Format: uuid */
            pfId: string;
            productIds: string[];
            productName: string;
            /** Format: date-time */
            receivedAt: string;
            /** @enum {string} */
            status: "Active" | "Deprecated";
            /** @description Decimal, kg CO2e per declared amount, excluding biogenic uptake */
            value: string;
            warnings: number;
        };
        ReceivedDto: {
            companyName: string;
            /** @description Decimal */
            declaredAmount: string;
            /** @example kilogram */
            declaredUnit: string;
            /** @description Findings that keep it out of inventories */
            errors: number;
            /** Format: uuid */
            id: string;
            partner: string;
            /** Format: uuid */
            pfId: string;
            productIds: string[];
            productName: string;
            /** Format: date-time */
            receivedAt: string;
            /** @enum {string} */
            status: "Active" | "Deprecated";
            /** @description Decimal, kg CO2e per declared amount, excluding biogenic uptake */
            value: string;
            warnings: number;
        };
        ReceivedPageDto: {
            items: components["schemas"]["ReceivedDto"][];
            nextCursor?: string;
        };
        RegionDto: {
            /** @example 150581 */
            code: string;
            kind: string;
            /** @enum {string} */
            level: "world" | "group" | "country" | "grid" | "province" | "league" | "banner" | "zone";
            nameEn: string;
            nameZh: string;
            /** @description code of the region around it */
            parent: string | null;
        };
        RegionsDto: {
            items: components["schemas"]["RegionDto"][];
        };
        RegistryRulesDto: {
            assets: components["schemas"]["AssetKindDto"][];
            operations: components["schemas"]["OperationRuleDto"][];
            pledges: components["schemas"]["PledgeRuleDto"][];
            years: components["schemas"]["ComplianceYearDto"][];
        };
        ReissueBody: {
            corrections?: components["schemas"]["CorrectionBody"][];
            template: string;
        };
        RejectDto: {
            reason: string;
        };
        RejectionBody: {
            remarks: string;
        };
        ReleasedDto: {
            released: string[];
        };
        ReleaseDto: {
            reason: string;
        };
        ReleaseUseBody: {
            reason: string;
        };
        RemarkDto: {
            /** Format: date-time */
            at: string;
            by: components["schemas"]["PersonDto"];
            /** @enum {string} */
            decision: "approve" | "return";
            text: string;
        };
        RemarksBody: {
            remarks?: string;
        };
        RequestBody: {
            classification?: string[];
            comment?: string;
            companyId?: string[];
            geography?: string[];
            productId?: string[];
            status?: ("Active" | "Deprecated")[];
            /** Format: date-time */
            validAfter?: string;
            /** Format: date-time */
            validBefore?: string;
            /** Format: date-time */
            validOn?: string;
        };
        ResolutionBody: {
            /** @enum {string} */
            outcome: "dismissed" | "upheld";
            reason: string;
        };
        RestatementDto: {
            /** @description factors of which only CO2e is known: they stay as they are */
            asTheyAre: string[];
            figures: components["schemas"]["MovedFigureDto"][];
            /** @description factors whose gases are known apart: they are restated */
            restated: string[];
            set: string;
        };
        ReturnTakenDto: {
            failed: number;
            /** @description Everything due has arrived: the programme is paid */
            paid: boolean;
            pending: number;
            success: number;
        };
        ReviewDecisionDto: {
            /** @enum {string} */
            decision: "approve" | "return";
            /** @description Needed where the filing goes back */
            remarks?: string;
        };
        RolesBody: {
            roles: ("filer" | "reviewer" | "trader" | "finance_clerk" | "finance_approver" | "method_admin" | "regulator" | "auditor")[];
        };
        RosterDto: {
            /** @description Faults in all; `faults` shows the first of them */
            faultCount: number | null;
            /** @description The file that came in, bad cells marked */
            faultFile: string | null;
            faults: components["schemas"]["FaultDto"][];
            households: number | null;
            /** Format: uuid */
            id: string;
            /** @description Share done, 0 to 1 */
            progress?: string | null;
            /** @enum {string} */
            status: "waiting" | "importing" | "accepted" | "refused" | "withdrawn";
        };
        RosterPageDto: {
            items: components["schemas"]["RosterDto"][];
            nextCursor?: string;
        };
        RoundDto: {
            round: number;
            /** Format: date */
            visitedOn: string;
        };
        RowCheckDto: {
            code?: string;
            column?: string;
            formula: string;
            message: components["schemas"]["TextDto"];
        };
        RowsDto: {
            /** @description Columns as the form names them */
            items: {
                [key: string]: string | null;
            }[];
            nextCursor?: string;
        };
        RuleBookDto: {
            prices: components["schemas"]["PriceDto"][];
            samples: components["schemas"]["SampleDataDto"][];
            sets: components["schemas"]["RuleSetDto"][];
        };
        RuleSetComparisonDto: {
            /** @description GEP under the first rule set, 元 */
            a: string;
            b: string;
            /** @description b − a; the parts add up to it exactly */
            difference: string;
            /** @description SHA-256 of the two rule sets */
            hashes: string[];
            indicators: components["schemas"]["ComparedIndicatorDto"][];
            parts: components["schemas"]["PartsDto"];
            /** @description Rests on text that is not public: a trial that issues nothing */
            provisional: boolean;
            /** @description Indicators of a rule set for which there are no quantities */
            without: string[];
        };
        RuleSetDto: {
            /** @description Products from outside the region are deducted */
            deductsOutside: boolean;
            default: boolean;
            hash: string;
            id: string;
            indicators: components["schemas"]["IndicatorDto"][];
            note: components["schemas"]["TextDto"];
            priceYear: number;
            source: components["schemas"]["RuleSourceDto"];
            title: components["schemas"]["TextDto"];
            validFrom: string;
        };
        RuleSourceDto: {
            clause: string;
            /** @enum {string} */
            confidence: "official" | "secondary" | "provisional";
            title: string;
        };
        RunAskedDto: {
            runId: string;
        };
        RunDto: {
            /** Format: date-time */
            createdAt: string;
            /** @description Figures taken from the factor library */
            factors: components["schemas"]["RunFactorDto"][];
            /** @description Every fault, by table, row, column */
            faults?: components["schemas"]["FaultDto"][];
            filingId: string;
            /** Format: date-time */
            finishedAt: string | null;
            id: string;
            /** @description What it is doing */
            note: components["schemas"]["TextDto"] | null;
            /** @description Share done, 0 to 1 */
            progress: number;
            result?: components["schemas"]["RunResultDto"];
            revision: number;
            /** @description Issued results it was calculated from */
            sources: components["schemas"]["RunSourceDto"][];
            /** @enum {string} */
            status: "queued" | "running" | "succeeded" | "failed" | "cancelled";
        };
        RunFactorDto: {
            column: string;
            /** Format: date */
            day?: string;
            factor: components["schemas"]["RunFactorUseDto"];
            row: string;
            table: string;
        };
        RunFactorUseDto: {
            /** @enum {string} */
            confidence: "official" | "secondary" | "provisional";
            id: string;
            nameEn: string;
            nameZh: string;
            source: string;
            version: number;
        };
        RunResultDto: {
            /** Format: date */
            asOf: string;
            inputHash: string;
            issuable: boolean;
            method: string;
            outputs: {
                [key: string]: string | boolean;
            };
            parameterHash: string;
            parametersUsed: components["schemas"]["ParameterUseDto"][];
            region?: string;
            resultHash: string;
            sheetHash: string;
            /** @description Rows with key, inputs and computed columns, by table */
            tables: {
                [key: string]: {
                    [key: string]: (string | number | boolean) | null;
                }[];
            };
            version: string;
            warnings: components["schemas"]["FaultDto"][];
            whyNot: components["schemas"]["FaultDto"][];
        };
        RunSourceDto: {
            filing?: string;
            resultHash: string;
            runId?: string;
            /** @description Worked out by a domain, such as a stock */
            source?: components["schemas"]["TableSourceDto"];
            table: string;
        };
        RunStartedDto: {
            /** Format: uuid */
            runId: string;
        };
        SampleDataDto: {
            data: {
                [key: string]: {
                    [key: string]: unknown;
                }[];
            };
            id: string;
            source: string;
            title: components["schemas"]["TextDto"];
        };
        SeeaDto: {
            /** Format: date-time */
            closedAt: string | null;
            closedBy: components["schemas"]["PersonNameDto"] | null;
            /** Format: date-time */
            createdAt: string;
            createdBy: components["schemas"]["PersonNameDto"];
            /** @description Identities that do not hold */
            faults: components["schemas"]["FaultDto"][];
            /** Format: uuid */
            filing: string;
            /** Format: date */
            from: string;
            /** Format: uuid */
            id: string;
            /** @example EA2026-000001 */
            number: string;
            /** Format: uuid */
            organisationId: string;
            /** @example 152500 */
            region: string;
            /** @description Fixes the result it is taken from */
            resultHash: string;
            /** @description Number of the statement it is taken from */
            statement: string;
            /** @enum {string} */
            status: "draft" | "closed";
            /** @description By table: extent, change, condition_variable, condition_indicator, physical_supply, physical_use, monetary_supply, monetary_use, asset */
            tables: {
                [key: string]: components["schemas"]["SeeaLineDto"][];
            };
            title: string;
            /** Format: date */
            to: string;
        };
        SeeaHeadDto: {
            /** Format: date-time */
            closedAt: string | null;
            closedBy: components["schemas"]["PersonNameDto"] | null;
            /** Format: date-time */
            createdAt: string;
            createdBy: components["schemas"]["PersonNameDto"];
            /** Format: uuid */
            filing: string;
            /** Format: date */
            from: string;
            /** Format: uuid */
            id: string;
            /** @example EA2026-000001 */
            number: string;
            /** Format: uuid */
            organisationId: string;
            /** @example 152500 */
            region: string;
            /** @description Fixes the result it is taken from */
            resultHash: string;
            /** @description Number of the statement it is taken from */
            statement: string;
            /** @enum {string} */
            status: "draft" | "closed";
            title: string;
            /** Format: date */
            to: string;
        };
        SeeaHeadingDto: {
            code: string;
            en: string;
            /** @description Holds figures */
            figure: boolean;
            zh: string;
        };
        SeeaLayoutDto: {
            code: string;
            columns: components["schemas"]["SeeaHeadingDto"][];
            en: string;
            lines?: components["schemas"]["SeeaNamedDto"][];
            /** @example 4.1 */
            number: string;
            /** @example ha */
            unit?: string;
            zh: string;
        };
        SeeaLayoutsDto: {
            items: components["schemas"]["SeeaLayoutDto"][];
        };
        SeeaLineDto: {
            /** @description Decimals by column */
            cells: {
                [key: string]: string;
            };
            code: string;
            /** @description Columns that are no figures */
            labels: {
                [key: string]: string;
            };
        };
        SeeaNamedDto: {
            code: string;
            en: string;
            zh: string;
        };
        SeeaPageDto: {
            items: components["schemas"]["SeeaHeadDto"][];
            nextCursor?: string;
        };
        SeriesDto: {
            /** @example 150000 */
            region: string;
            /** @description The same account in consecutive years, each with its prices */
            years: components["schemas"]["SideDto"][];
        };
        SeriesPointDto: {
            /** @description At the prices of the first year, 元 */
            constant: string;
            /** @description At the prices of its year, 元 */
            current: string;
            /** @description Change on the year before from anything else, 元 */
            other: string;
            /** @description Change on the year before from prices, 元 */
            price: string;
            /** @description Change on the year before from quantities, 元 */
            volume: string;
        };
        /** @enum {string} */
        ServiceClass: "material" | "regulating" | "cultural";
        ShadowDto: {
            /** Format: date-time */
            createdAt: string;
            /** @description the first two hundred */
            factors: components["schemas"]["ShadowFactorDto"][];
            /** @description filings looked at */
            filings: number | null;
            /** Format: date-time */
            finishedAt: string | null;
            /** Format: uuid */
            id: string;
            /** @description filings with a figure that would move */
            moved: number | null;
            note: components["schemas"]["TitleDto"] | null;
            /** @description 0 to 1 */
            progress: number;
            /** Format: uuid */
            proposalId: string;
            /** @enum {string} */
            status: "queued" | "running" | "done" | "cancelled";
        };
        ShadowFactorDto: {
            /** @description value of the version before; null for a new factor */
            from: string | null;
            id: string;
            nameEn: string;
            nameZh: string;
            to: string | null;
            unit: string;
            version: number;
        };
        SheetChangeDto: {
            fields: components["schemas"]["ChangedFieldDto"][];
            /** @enum {string} */
            kind: "added" | "removed" | "changed";
            /** @enum {string} */
            part: "sheet" | "parameter" | "lookup" | "table" | "input" | "column" | "check" | "output" | "example";
            /** @example table/plant/footprint_kgco2e_per_t */
            place: string;
            title: components["schemas"]["TextDto"];
        };
        SideDto: {
            /** @description Rows by indicator; for the second side, those of the first where absent */
            data?: {
                [key: string]: {
                    [key: string]: unknown;
                }[];
            };
            /** @description Local prices by key */
            prices?: {
                [key: string]: string;
            };
            /** @description Year of the prices; the rule set's own where absent */
            priceYear?: number;
            /** @example mee-2020 */
            ruleSet: string;
        };
        SinkAnswerDto: {
            answer: string;
        };
        SinkBinDto: {
            count: number;
            from: number;
            to: number;
        };
        SinkCandidatePlotDto: {
            plot: string;
            stratum: string;
            /** @description Decimal: what the owner found */
            value: string;
        };
        SinkChangedProspectDto: {
            /** @description Code of config/sink/growth.yaml; a stand has that of its species */
            curve?: string;
            /**
             * @description Decimal
             * @example 1200.5
             */
            hectares: string;
            name: string;
            note?: string;
            /** @description Whose land it is */
            owner: string;
            /** @description Decimal, 元 per hectare in the first year */
            plantingCost: string;
            /**
             * Format: uuid
             * @description The project it has become
             */
            projectId?: string;
            /**
             * @description GB/T 2260
             * @example 150785
             */
            region: string;
            /** @description The one that was changed */
            revision: number;
            /** @enum {string} */
            stage: "idea" | "survey" | "design" | "filed" | "dropped";
            /** @description Planned by the stand model instead of the curve alone */
            stand?: components["schemas"]["SinkStandDto"];
            startYear: number;
            /** @description Decimal, 元 per hectare and year */
            yearlyCost: string;
            /** @description Years credits are counted */
            years: number;
        };
        SinkChangeDto: {
            degrees: number;
            /** @description t CO2e at 90 % */
            halfWidth: number;
            /** @description Plots measured at both visits */
            pairs?: number;
            /** @description U; null where the change is nothing */
            relative: number | null;
            /** @description t CO2e */
            total: number;
        };
        SinkChoiceDto: {
            equation: components["schemas"]["SinkEquationDto"];
            /** @description Trees outside the range of the equation */
            outside: number;
            /** @description Against the mean of the choices */
            relative: number;
            /** @description t d.m. above ground */
            tonnes: number;
        };
        SinkConclusionDto: {
            /** @description false sends it back to the owner */
            close: boolean;
            conclusion: string;
        };
        SinkCreditsDto: {
            /** @description Number of the reversal that stops issuance */
            blockedBy: string | null;
            /** @description Whole t CO2e in the buffer now */
            buffer: string;
            /** @description Whole t CO2e */
            issued: string;
            method: string;
            name: string;
            number: string;
            organisation: string;
            /** Format: uuid */
            organisationId: string;
            periods: components["schemas"]["SinkPeriodCreditsDto"][];
            /** Format: uuid */
            projectId: string;
            region: string;
            reversals: components["schemas"]["SinkReversalDto"][];
            /** @description Nothing is issued before the reductions are registered */
            stagesRequired: boolean;
            status: string;
        };
        SinkCurveDto: {
            code: string;
            /** @enum {string} */
            confidence: "official" | "secondary" | "provisional";
            en: string;
            points: components["schemas"]["SinkTextedCurveDto"][];
            source: string;
            zh: string;
        };
        SinkDecisionDto: {
            /** @enum {string} */
            conclusion: "passed" | "failed";
            statement: string;
        };
        SinkEquationDto: {
            /** @enum {string} */
            confidence: "official" | "secondary" | "provisional";
            /** @description cm: largest D it was fitted on */
            dMax?: number;
            /** @description cm: least D it was fitted on */
            dMin?: number;
            equation: string;
            /** @description Trees it was fitted on */
            n?: number;
            nameZh: string;
            needsHeight: boolean;
            note?: string;
            place: string;
            source: string;
            species: string;
        };
        SinkFindingDto: {
            answer: string | null;
            /** Format: date-time */
            answeredAt: string | null;
            answeredBy: components["schemas"]["SinkPersonDto"] | null;
            /** Format: date-time */
            closedAt: string | null;
            closedBy: components["schemas"]["SinkPersonDto"] | null;
            conclusion: string | null;
            /** @enum {string} */
            kind: "corrective" | "clarification" | "forward";
            number: number;
            plot: string | null;
            /** Format: date-time */
            raisedAt: string;
            raisedBy: components["schemas"]["SinkPersonDto"];
            /** @enum {string} */
            status: "open" | "answered" | "closed";
            text: string;
        };
        SinkGroupDto: {
            /** @description Decimal */
            hectares: string;
            /** @description League code or owner */
            key: string;
            /** @description Decimal, 元 */
            npv: string;
            prospects: number;
            /** @description Decimal, t CO2e */
            tonnes: string;
        };
        SinkIssuanceDto: {
            /**
             * @description In the book
             * @enum {string}
             */
            book: "waiting" | "posted" | "refused";
            /** @description Whole t CO2e, of the tonnes */
            buffer: string;
            /** @description Entries of the register in which a removal is used once only */
            claims: string[];
            /** Format: date-time */
            issuedAt: string;
            issuedBy: components["schemas"]["SinkPersonDto"];
            lots: components["schemas"]["SinkLotDto"][];
            statement: string;
            /** @description Decimal, t CO2e: the stock verified */
            stock: string | null;
            /** @description Whole t CO2e */
            tonnes: string;
        };
        SinkLotDto: {
            asset: string;
            /** @description Whole t CO2e, of the tonnes */
            buffer: string;
            days: number;
            /** @description Whole t CO2e */
            tonnes: string;
            vintage: number;
        };
        SinkMeasurementDto: {
            /** Format: date */
            measuredOn: string;
            note?: string;
            plot: string;
            /**
             * @description Decimal, in the unit of the method
             * @example 52.4
             */
            value: string;
        };
        SinkMeasurementsDto: {
            plots: components["schemas"]["SinkMeasurementDto"][];
        };
        SinkMomentsDto: {
            /** @description Sample standard deviation, t d.m./ha */
            deviation: number;
            /** @description Hectares */
            hectares: number;
            /** @description t d.m./ha */
            mean: number;
            plots: number;
            stratum: string;
        };
        SinkOutlookDto: {
            /** @description Decimal, 元 */
            cost: string;
            /** @description Decimal, 元/t CO2e */
            costPerTonne: string | null;
            /** Format: uuid */
            id: string;
            /** @description Decimal, 元 */
            npv: string;
            /** @description Decimal, 元 */
            revenue: string;
            /** @description Decimal, t CO2e */
            tonnes: string;
        };
        SinkPeriodCreditsDto: {
            /** Format: date */
            end: string;
            filing: components["schemas"]["SinkPeriodFiledDto"] | null;
            /** Format: uuid */
            id: string;
            issuance: components["schemas"]["SinkIssuanceDto"] | null;
            /** @description Of the registry, taken for the present result */
            stages: components["schemas"]["SinkStageDto"][];
            /** Format: date */
            start: string;
            verifications: components["schemas"]["SinkPeriodVerificationDto"][];
        };
        SinkPeriodFiledDto: {
            /** Format: uuid */
            id: string;
            number: string;
            /** @description Outputs of the run */
            outputs: {
                [key: string]: unknown;
            } | null;
            /** Format: uuid */
            runId: string | null;
            status: string;
        };
        SinkPeriodFilingDto: {
            /**
             * Format: uuid
             * @description A filing of the same method, region and period
             */
            filing: string;
        };
        SinkPeriodVerificationDto: {
            /** Format: uuid */
            id: string;
            number: string;
            openFindings: number;
            /** @enum {string} */
            status: "open" | "passed" | "failed";
            verifier: string;
        };
        SinkPersonDto: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        SinkPlanDto: {
            byStratum: components["schemas"]["SinkPlannedDto"][];
            /** @description Half-width over the mean to be expected */
            expected: number;
            iterations: number;
            plots: number;
        };
        SinkPlannedDto: {
            code: string;
            plots: number;
            /** @description Plots that would fill the stratum */
            possible: number;
        };
        SinkPlannedStratumDto: {
            code: string;
            /** @description Expected standard deviation, t d.m./ha */
            deviation: number;
            hectares: number;
            /** @description Expected mean, t d.m./ha */
            mean: number;
        };
        SinkPlanWishDto: {
            /** @example 0.9 */
            confidence: number;
            /**
             * @description Area of a plot
             * @example 0.06
             */
            plotHectares: number;
            /**
             * @description Half-width over the mean that is wanted
             * @example 0.1
             */
            precision: number;
            strata: components["schemas"]["SinkPlannedStratumDto"][];
        };
        SinkProspectDto: {
            curve: string;
            /** @description Decimal */
            hectares: string;
            /** Format: uuid */
            id: string;
            name: string;
            note: string | null;
            organisation: string;
            /** Format: uuid */
            organisationId: string;
            owner: string;
            /** @description Decimal, 元/hm² */
            plantingCost: string;
            /** Format: uuid */
            projectId: string | null;
            region: string;
            revision: number;
            /** @enum {string} */
            stage: "idea" | "survey" | "design" | "filed" | "dropped";
            stand: components["schemas"]["SinkStandDto"] | null;
            startYear: number;
            /** @description Decimal, 元/(hm²·a) */
            yearlyCost: string;
            years: number;
        };
        SinkReserveDto: {
            banners: components["schemas"]["SinkGroupDto"][];
            curves: components["schemas"]["SinkCurveDto"][];
            leagues: components["schemas"]["SinkGroupDto"][];
            outlook: components["schemas"]["SinkOutlookDto"][];
            owners: components["schemas"]["SinkGroupDto"][];
            prospects: components["schemas"]["SinkProspectDto"][];
            /** @description Of the stand model */
            species: components["schemas"]["SinkStandSpeciesDto"][];
            total: components["schemas"]["SinkTotalDto"];
            years: components["schemas"]["SinkScenarioYearDto"][];
        };
        SinkRestorationDto: {
            /**
             * Format: uuid
             * @description A later passed verification of the project
             */
            verification: string;
        };
        SinkReversalDecisionDto: {
            /** @enum {string} */
            decision: "confirm" | "reject";
            reason: string;
        };
        SinkReversalDto: {
            /** @enum {string} */
            cause: "fire" | "pest" | "drought" | "storm" | "logging" | "conversion" | "other";
            /** Format: date-time */
            decidedAt: string | null;
            decidedBy: components["schemas"]["SinkPersonDto"] | null;
            decision: string | null;
            /** @description Whole t CO2e drawn from the buffer */
            drawn: string | null;
            /** @description Decimal, t CO2e: the verified stock by the share of the land */
            estimate: string;
            /** Format: date */
            happenedOn: string;
            /** @description Decimal: inside the project */
            hectares: string;
            /** Format: uuid */
            id: string;
            /** @description Decimal, t CO2e */
            loss: string;
            note: string;
            /** @example SR2026-00001 */
            number: string;
            /** Format: uuid */
            organisationId: string;
            /** @description Whole t CO2e that must be made good */
            owed: string | null;
            /** Format: uuid */
            projectId: string;
            /** Format: date-time */
            reportedAt: string;
            reportedBy: components["schemas"]["SinkPersonDto"];
            /** Format: date-time */
            restoredAt: string | null;
            restoredBy: components["schemas"]["SinkPersonDto"] | null;
            /** @enum {string} */
            status: "reported" | "confirmed" | "restored" | "rejected";
            /** @description Decimal, t CO2e */
            verifiedStock: string;
        };
        SinkScenarioYearDto: {
            /** @description Decimal, 元 */
            cost: string;
            /** @description Decimal, 元, discounted and added up */
            cumulative: string;
            /** @description Decimal, 元 */
            net: string;
            /** @description Decimal, 元 */
            revenue: string;
            /** @description Decimal, t CO2e */
            tonnes: string;
            year: number;
        };
        SinkSchemeDto: {
            code: string;
            /** @enum {string} */
            confidence: "official" | "secondary" | "provisional";
            /** @description t CO2e that count */
            credited: number | null;
            /** @description t CO2e taken off */
            deduction: number | null;
            en: string;
            source: string;
            /** @enum {string} */
            state: "known" | "too_uncertain" | "unknown";
            zh: string;
        };
        SinkSimulationDto: {
            /** @description Relative errors drawn from */
            assumptions: Record<string, never>[];
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            madeAt: string;
            madeBy: components["schemas"]["SinkPersonDto"];
            result: components["schemas"]["SinkSimulationResultDto"];
            /** @description Of the result: the same seed gives the same */
            sha256: string;
        };
        SinkSimulationResultDto: {
            alone: components["schemas"]["SinkSourceSpreadDto"][];
            draws: number;
            histogram: components["schemas"]["SinkBinDto"][];
            /** @description t CO2e */
            mean: number;
            /** @description t CO2e */
            p5: number;
            /** @description t CO2e */
            p50: number;
            /** @description t CO2e */
            p95: number;
            /** @description t CO2e */
            sd: number;
            seed: number;
        };
        SinkSourceSpreadDto: {
            code: string;
            /** @description t CO2e: the spread with this source alone */
            sd: number;
        };
        SinkSpreadDto: {
            choices: components["schemas"]["SinkChoiceDto"][];
            species: string;
            /** @description (largest − least) over the mean */
            spread: number;
            trees: number;
        };
        SinkStageDto: {
            note: string | null;
            /** Format: date */
            publicFrom: string | null;
            /** Format: date */
            publicTo: string | null;
            registryNumber: string | null;
            /** @example publicity */
            stage: string;
            /** Format: date-time */
            takenAt: string;
            takenBy: components["schemas"]["StageTakerDto"];
            /** @description Whole t CO2e, of reductions */
            tonnes: string | null;
        };
        SinkStandCourseDto: {
            /** Format: uuid */
            id: string;
            sources: components["schemas"]["SinkStandSourceDto"][];
            /** @description The first is the start, before anything grew */
            years: components["schemas"]["SinkStandYearDto"][];
        };
        SinkStandDto: {
            /** @description Together the area of the prospect */
            ages: components["schemas"]["StandAgeDto"][];
            /** @description Pools counted as reductions */
            counted: ("above" | "below" | "deadWood" | "litter" | "soil")[];
            cutting?: components["schemas"]["StandCuttingDto"];
            /** @description Years between past fires from which soil and dead wood follow */
            fires?: number;
            /** @description Decimal, t C/hm² measured at the start; not with `fires` */
            soil?: string;
            /** @description Code of config/sink/stands.yaml */
            species: string;
            /**
             * @description Decimal, °C, mean of the year
             * @example -2.5
             */
            temperature: string;
            /** @description A volume table of one’s own, from age 0 */
            volumes?: components["schemas"]["StandVolumeDto"][];
            /** @description Needed with a volume table */
            volumesSource?: string;
        };
        SinkStandSourceDto: {
            /** @enum {string} */
            confidence: "official" | "secondary" | "provisional";
            /** @enum {string} */
            part: "yield" | "shares" | "species" | "roots" | "carbon" | "dynamics" | "felling" | "fire";
            source: string;
            /** @description The equation or the figures */
            value: string;
        };
        SinkStandSpeciesDto: {
            code: string;
            /** @enum {string} */
            confidence: "official" | "secondary" | "provisional";
            /** @description Its growth curve */
            curve: string;
            en: string;
            source: string;
            zh: string;
        };
        SinkStandYearDto: {
            /** @description Decimal, t CO2e, at the end of the year; so are all others */
            above: string;
            below: string;
            deadWood: string;
            /** @description In the year, above the highest stock before */
            gained: string;
            litter: string;
            /** @description Taken out by fellings so far */
            products: string;
            soil: string;
            /** @description Of the counted pools */
            stock: string;
            year: number;
        };
        SinkTextedCurveDto: {
            age: number;
            /** @description Decimal, t CO2e/hm² */
            stock: string;
        };
        SinkTotalDto: {
            /** @description Decimal */
            hectares: string;
            /** @description Decimal, 元 */
            npv: string;
            /** @description Decimal, t CO2e */
            tonnes: string;
        };
        SinkTreeDto: {
            /** @default 1 */
            count?: number;
            /** @description cm */
            d: number;
            /** @description m */
            h?: number;
            /** @example larix-gmelinii */
            species: string;
        };
        SinkTreesDto: {
            trees: components["schemas"]["SinkTreeDto"][];
        };
        SinkUncertaintyDto: {
            first: components["schemas"]["SinkMomentsDto"][];
            /** @description Two independent samples */
            independent: components["schemas"]["SinkChangeDto"];
            method: string;
            /** @description The same plots measured twice; null where too few are */
            paired: components["schemas"]["SinkChangeDto"] | null;
            /** Format: uuid */
            runId: string;
            /** @description The same plots under every rule */
            schemes: components["schemas"]["SinkSchemeDto"][];
            second: components["schemas"]["SinkMomentsDto"][];
            /** @description Information, newest first */
            simulations: components["schemas"]["SinkSimulationDto"][];
        };
        SinkVerificationDto: {
            basis: string;
            bufferBasis: string;
            /** @description Decimal */
            bufferShare: string;
            candidates: components["schemas"]["SinkCandidatePlotDto"][];
            /** Format: date-time */
            decidedAt: string | null;
            /** @description Decimal: relative error of all plots together */
            error: string | null;
            /** Format: uuid */
            filingId: string;
            findings: components["schemas"]["SinkFindingDto"][];
            /** Format: uuid */
            id: string;
            /** @description Decimal */
            materiality: string;
            method: string;
            /** @example SV2026-00001 */
            number: string;
            /** Format: date-time */
            openedAt: string;
            /** Format: uuid */
            organisationId: string;
            /** Format: uuid */
            periodId: string;
            plots: components["schemas"]["SinkVerifiedPlotDto"][];
            /** Format: uuid */
            projectId: string;
            resultHash: string;
            /** Format: uuid */
            runId: string;
            /** @description Plots to measure again, drawn by the hash of the result */
            sample: string[];
            statement: string | null;
            /** @enum {string} */
            status: "open" | "passed" | "failed";
            /** @description Decimal */
            tolerance: string;
            /** @description Unit of the plots */
            unit: string;
            verifier: components["schemas"]["SinkPersonDto"];
        };
        SinkVerifiedPlotDto: {
            /** Format: date */
            measuredOn: string;
            note: string | null;
            /** @description Decimal */
            ownerValue: string;
            plot: string;
            stratum: string;
            /** @description Decimal */
            verifierValue: string;
            within: boolean;
        };
        SlipBody: {
            /** @description Number of the bank slip */
            slip: string;
        };
        SoilCourseDto: {
            /** @description With the inputs unchanged, t C/ha by year, from the start */
            baseline: number[];
            /** @description Project less baseline at the end, t CO2e/ha a year: information, never credited by itself */
            gain: number;
            /** @description Inert matter, t C/ha */
            inert: number;
            /** @description Plant residues at which the soil rests at the measured carbon, t C/ha a year */
            input: number;
            /** @description With the project’s inputs, t C/ha by year, from the start */
            project: number[];
        };
        SoilMonthDto: {
            /** @description Whether plants cover the soil */
            covered: boolean;
            /** @description Open-pan evaporation, mm */
            evaporation: number;
            /** @description Share of the year’s plant residues, in any unit */
            input: number;
            /** @description mm */
            rain: number;
            /** @description Mean air temperature, °C */
            temperature: number;
        };
        SoilWishDto: {
            /** @description Per cent */
            clay: number;
            /** @description Depth of the layer, cm */
            depth: number;
            /** @description Decomposable to resistant plant material: 0.67 grass and shrub, 1.44 crops, 0.25 wood */
            dpmRpm: number;
            /** @description Plant residues of the project, as a multiple of those that keep the soil at rest */
            inputFactor: number;
            /** @description Manure of the project, t C/ha a year */
            manure?: number;
            /** @description Organic carbon measured in the layer, t C/ha */
            measured: number;
            /** @description January to December */
            months: components["schemas"]["SoilMonthDto"][];
            years: number;
        };
        SolvedFootprintDto: {
            /** @description By gas, for one unit */
            gases: {
                [key: string]: string;
            };
            organisation: string;
            product: string;
            /**
             * Format: uuid
             * @description The joint run that solved it
             */
            round: string;
            /** Format: date-time */
            solvedAt: string;
            /** @example kg */
            unit: string;
        };
        SolvedFootprintPageDto: {
            items: components["schemas"]["SolvedFootprintDto"][];
            nextCursor?: string;
        };
        SpeciesDto: {
            code: string;
            /** @description cm */
            dMax?: number;
            /** @description cm */
            dMin?: number;
            zh: string;
        };
        SpreadBody: {
            /** @enum {string} */
            distribution: "uniform" | "triangular";
            /** @example 1.3 */
            high: string;
            /** @description Items whose value is proportional to the parameter */
            items?: string[];
            /**
             * @description Multiples of the filed value
             * @example 0.8
             */
            low: string;
            /** @example 1 */
            mode: string;
            /** @example 水库单位库容造价 */
            name: string;
            /** @description Or every item of these services */
            services?: string[];
        };
        StageDto: {
            /** @description Per cent, one decimal */
            share: string;
            stage: string;
            title: components["schemas"]["TextDto"];
            /** @description Decimal */
            value: string;
        };
        StageTakerDto: {
            id: string;
            name: string;
        };
        StandAgeDto: {
            /** @description Of the stand in the first year; 0 is planted then */
            age: number;
            /** @description Decimal */
            hectares: string;
        };
        StandCuttingDto: {
            /** @description Youngest age that is felled */
            from: number;
            /** @description Decimal, each year */
            hectares: string;
            /** @description Oldest age that is felled */
            to: number;
        };
        StandVolumeDto: {
            age: number;
            /** @description Decimal, m³/hm² */
            volume: string;
        };
        StatementDto: {
            /** @description Id of the filing */
            filing: string;
            /** Format: date */
            issuedOn: string;
            /** @description Compact JWS, ES256; keys at /.well-known/jwks.json */
            jws: string;
            method: string;
            methodVersion: string;
            /** @example ST2026-000001 */
            number: string;
            organisation: string;
            outputs: {
                [key: string]: string | boolean;
            };
            /** Format: date */
            periodEnd: string;
            /** Format: date */
            periodStart: string;
            region: string;
            resultHash: string;
            sheetHash: string;
            title: string;
        };
        StatementPageDto: {
            items: components["schemas"]["StatementDto"][];
            nextCursor?: string;
        };
        StockDto: {
            /** Format: date-time */
            createdAt: string;
            equations: {
                [key: string]: string;
            };
            faults: components["schemas"]["FaultDto"][];
            /** Format: date-time */
            finishedAt: string | null;
            /** Format: uuid */
            id: string;
            inputHash: string | null;
            /** Format: uuid */
            projectId: string;
            /** @description Why a result on it cannot be issued */
            provisional: Record<string, never>[];
            resultHash: string | null;
            rounds: number[];
            /** @enum {string} */
            status: "computing" | "done" | "failed" | "discarded";
            /** @description By round and by stratum */
            totals: {
                [key: string]: unknown;
            } | null;
            warnings: components["schemas"]["FaultDto"][];
        };
        StockPageDto: {
            items: components["schemas"]["StockDto"][];
            nextCursor?: string;
        };
        StratumDto: {
            ageClass?: string | null;
            /** @description Decimal, hectares; worked out where a geometry is given */
            areaHa?: string;
            climate?: string | null;
            /** @example L1 */
            code: string;
            density?: string | null;
            /** @description GeoJSON, CGCS2000 */
            geometry?: {
                [key: string]: unknown;
            } | null;
            soil?: string | null;
            species?: string | null;
        };
        StratumViewDto: {
            ageClass?: string | null;
            /** @description Decimal, hectares; worked out where a geometry is given */
            areaHa?: string;
            climate?: string | null;
            /** @example L1 */
            code: string;
            density?: string | null;
            /** @description GeoJSON, CGCS2000 */
            geometry?: {
                [key: string]: unknown;
            } | null;
            plots: number;
            soil?: string | null;
            species?: string | null;
        };
        SupplierLinkDto: {
            /** @description The circle that the link closes */
            circle: components["schemas"]["LinkMemberDto"][];
            /** Format: date-time */
            decidedAt: string | null;
            /** @enum {string|null} */
            disclosure: "aggregate" | "stages" | "full" | null;
            /**
             * Format: uuid
             * @description An inventory line takes it as supplier:<id>
             */
            id: string;
            /** @description Consented to the next joint run */
            joint: boolean;
            /** @description The version the taker accepted */
            labelNumber: string | null;
            note: string | null;
            product: string;
            /** @description A newer version, waiting for the taker */
            proposedLabel: string | null;
            reason: string | null;
            /** Format: date-time */
            requestedAt: string;
            /** Format: uuid */
            roundId: string | null;
            roundUnit: string | null;
            /** @description Decimal, of the joint run */
            roundValue: string | null;
            /** @enum {string} */
            side: "taker" | "supplier" | "overseer";
            /** @enum {string} */
            state: "requested" | "consented" | "refused" | "withdrawn";
            /** Format: uuid */
            supplierId: string;
            supplierName: string;
            /** Format: uuid */
            takerFiling: string | null;
            /** Format: uuid */
            takerId: string;
            takerName: string;
            takerProduct: string;
        };
        SupplierLinkPageDto: {
            items: components["schemas"]["SupplierLinkDto"][];
            nextCursor?: string;
        };
        SurrenderPlanDto: {
            /** @enum {string} */
            confidence: "official" | "secondary" | "provisional";
            /** @description buying the shortfall at that price, yuan */
            cost: string | null;
            deadline: string;
            due: string;
            /** @description fine at that price if nothing is done, yuan */
            fineFrom: string | null;
            fineTo: string | null;
            /** @description offsets that could still be used if they were held */
            offsetRoom: string;
            price: components["schemas"]["PlanPriceDto"] | null;
            shortfall: string;
            source: string;
            steps: components["schemas"]["SurrenderStepDto"][];
            /** @description surrendered, offset or under way */
            used: string;
        };
        SurrenderStepDto: {
            amount: string;
            asset: string;
            /** @enum {string} */
            operation: "offset" | "surrender";
            /** @description held afterwards */
            remains: string;
        };
        TableGroupDto: {
            by: string[];
            table: string;
        };
        TableParentDto: {
            on: string[];
            table: string;
        };
        TableSourceDto: {
            /** Format: uuid */
            id: string;
            kind: string;
        };
        TakeBody: {
            /** @example 500 */
            quantity: string;
        };
        TakeFindingsBody: {
            /** @description A completed run of compensation/grass-livestock-balance */
            runId: string;
        };
        TakenDto: {
            amount: string;
            deal: string;
            number: string;
        };
        TextDto: {
            en: string;
            zh: string;
        };
        TitleDto: {
            en: string;
            zh: string;
        };
        TokenDto: {
            access_token: string;
            /** @description Seconds */
            expires_in: number;
            /** @example Bearer */
            token_type: string;
        };
        TokenRequest: {
            /** @description Unless sent by HTTP Basic */
            client_id?: string;
            /** @description Unless sent by HTTP Basic */
            client_secret?: string;
            /** @example client_credentials */
            grant_type: string;
        };
        TotalDto: {
            decimals: number;
            /**
             * @description The column is per area, or already the quantity of a cell
             * @enum {string}
             */
            per: "area" | "cell";
            /** @example t/a */
            unit: string;
        };
        TradedDto: {
            /** @description 元 */
            amount: string;
            /** @enum {string} */
            mode: "listed" | "block" | "auction";
            /** Format: date */
            on: string;
            /** @description 元 for one unit */
            price: string;
            quantity: string;
        };
        TrialLineDto: {
            asset: string;
            purposes: {
                [key: string]: string;
            };
            /** @example 0 */
            sum: string;
            unit: string;
        };
        UnitResultDto: {
            amount: string | null;
            /** @description Region, league or banner */
            code: string;
            done: boolean;
            households: number | null;
            level: string;
            parent: string | null;
        };
        UseDto: {
            id: string;
            version: number;
        };
        UserPageDto: {
            items: components["schemas"]["UserRow"][];
            nextCursor?: string;
        };
        UserRow: {
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            disabledAt: string | null;
            /** Format: uuid */
            id: string;
            name: string;
            /** @description Name of the organisation */
            organisation: string;
            /** Format: uuid */
            organisationId: string;
            roles: ("filer" | "reviewer" | "trader" | "finance_clerk" | "finance_approver" | "method_admin" | "regulator" | "auditor")[];
            username: string;
        };
        UseShareBody: {
            /** @description As the account writes it */
            service: string;
            /**
             * @description Shares of a service add up to 1
             * @example 0.4
             */
            share: string;
            /**
             * @description Economic unit of config/ecoproduct/seea.yaml, or exports
             * @example households
             */
            unit: string;
        };
        ValidityDto: {
            /** Format: date */
            from: string;
            /** Format: date */
            to?: string;
        };
        WhyAboveDto: {
            amount: string;
            code: string;
            households: number;
            level: string;
            nameEn: string | null;
            nameZh: string | null;
        };
        WhyDecisionDto: {
            amount: string | null;
            clause: string;
            /** Format: date-time */
            decidedAt: string | null;
            document: components["schemas"]["DocumentBody"];
            /** @enum {string} */
            kind: "hold" | "release" | "reduce" | "stop" | "restore" | "recover";
            lines: components["schemas"]["DecisionLineDto"][];
            number: string;
            reason: string;
        };
        WhyDto: {
            above: components["schemas"]["WhyAboveDto"][];
            amount: string;
            decisions: components["schemas"]["WhyDecisionDto"][];
            /** @description What is left of it after decisions */
            due: string;
            explanation: components["schemas"]["ExplanationDto"];
            household: components["schemas"]["WhyHouseholdDto"];
            id: string;
            legalBasis: components["schemas"]["LegalBasisDto"][];
            method: components["schemas"]["WhyMethodDto"];
            pool: components["schemas"]["WhyPoolDto"];
            programme: components["schemas"]["WhyProgrammeDto"];
            sentences: components["schemas"]["TextDto"][];
        };
        WhyHouseholdDto: {
            /** @description Masked */
            name: string;
            number: string;
            quantities: {
                [key: string]: string;
            };
        };
        WhyMethodDto: {
            id: string;
            source: components["schemas"]["MethodSourceDto"];
            title: components["schemas"]["TextDto"];
            version: string;
        };
        WhyPoolDto: {
            amount: string;
            code: string;
            unallotted: string;
        };
        WhyProgrammeDto: {
            id: string;
            number: string;
            title: string;
            year: number;
        };
        WithdrawalBody: {
            /** @example wool-greasy-2025 */
            factor: string;
            /** @description Why nothing new may be calculated with it */
            reason: string;
            /** @example 2 */
            version: number;
        };
        WithdrawalDecisionBody: {
            /** @enum {string} */
            decision: "pass" | "return";
            /** @description Needed to send it back */
            remarks?: string;
        };
        WithdrawalDto: {
            factorId: string;
            /** Format: uuid */
            id: string;
            nameEn: string;
            nameZh: string;
            /** Format: date-time */
            proposedAt: string;
            /** Format: uuid */
            proposedBy: string;
            proposer: string;
            reason: string;
            remarks: string;
            /** Format: date-time */
            reviewedAt: string | null;
            reviewer: string | null;
            /** @enum {string} */
            status: "proposed" | "passed" | "returned" | "taken_back";
            /** @description Filings whose result as it stands rests on it */
            uses: number;
            version: number;
        };
        WithdrawalPageDto: {
            items: components["schemas"]["WithdrawalDto"][];
            nextCursor?: string;
        };
        WithdrawDto: {
            reason: string;
        };
        ZoneDto: {
            /**
             * @description As in the raster; GB/T 2260 for regions
             * @example 150525
             */
            code: number;
            name?: string;
            /** @description Code of the region that it is part of */
            parent?: number;
        };
        ZonesOfRunDto: {
            /** @description The raster's own list where absent; else the banners and leagues of the run's region */
            list?: components["schemas"]["ZoneDto"][];
            /** Format: uuid */
            raster: string;
        };
        ZoneSumDto: {
            areaM2: string;
            cells: number;
            class?: number;
            /** @description Cells in which some factor has no data, or no class */
            missing: number;
            name?: string;
            parent?: number;
            total: string;
            zone: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    JwksController_jwks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ClientsController_list: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
                organisationId?: string;
                /** @description Part of the name */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientPageDto"];
                };
            };
        };
    };
    ClientsController_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewClientBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientSecretDto"];
                };
            };
        };
    };
    ClientsController_disable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ClientsController_enable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ClientsController_rotate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientSecretDto"];
                };
            };
        };
    };
    OrganisationsController_list: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
                /** @description Part of the name */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationPageDto"];
                };
            };
        };
    };
    OrganisationsController_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewOrganisationBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationRow"];
                };
            };
        };
    };
    UsersController_list: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
                organisationId?: string;
                /** @description Part of the name */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserPageDto"];
                };
            };
        };
    };
    UsersController_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewUserBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserRow"];
                };
            };
        };
    };
    UsersController_disable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    UsersController_enable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    UsersController_resetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordResetBody"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    UsersController_setRoles: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RolesBody"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    AuditController_list: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
                subjectId?: string;
                /** @description e.g. filing */
                subjectType?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPageDto"];
                };
            };
        };
    };
    AuditController_verify: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChainStateDto"];
                };
            };
        };
    };
    AuthController_login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LoginBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeDto"];
                };
            };
        };
    };
    AuthController_logout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    AuthController_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeDto"];
                };
            };
        };
    };
    OidcController_state: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OidcStateDto"];
                };
            };
        };
    };
    OidcController_callback: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    OidcController_start: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    AuthController_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordBody"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CalculationController_explain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhyDto"];
                };
            };
        };
    };
    PaymentController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BankTemplateDto"][];
                };
            };
        };
    };
    PaymentController_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    PaymentController_take: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReturnTakenDto"];
                };
            };
        };
    };
    DeadlineController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadlineListDto"];
                };
            };
        };
    };
    WithholdingController_confirm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HouseholdDecisionDto"];
                };
            };
        };
    };
    WithholdingController_receive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReceiptBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HouseholdDecisionDto"];
                };
            };
        };
    };
    WithholdingController_reject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RejectionBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HouseholdDecisionDto"];
                };
            };
        };
    };
    GrasslandController_claim: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimBody"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    GrasslandController_fined: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FinePageDto"];
                };
            };
        };
    };
    GrasslandController_propose: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FineBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FineDto"];
                };
            };
        };
    };
    GrasslandController_decide: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImposeBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FineDto"];
                };
            };
        };
    };
    GrasslandController_pay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SlipBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FineDto"];
                };
            };
        };
    };
    GrasslandController_list: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                /** @description Household number */
                household?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParcelPageDto"];
                };
            };
        };
    };
    GrasslandController_import: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParcelsTakenDto"];
                };
            };
        };
    };
    NoticeController_published: {
        parameters: {
            query: {
                banner: string;
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedNoticeDto"];
                };
            };
        };
    };
    ProgrammeController_list: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
                stage?: "draft" | "calculated" | "reviewed" | "notice" | "approved" | "paid" | "closed";
                year?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgrammePageDto"];
                };
            };
        };
    };
    ProgrammeController_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProgrammeBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgrammeDto"];
                };
            };
        };
    };
    ProgrammeController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgrammeDto"];
                };
            };
        };
    };
    ProgrammeController_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProgrammeChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgrammeDto"];
                };
            };
        };
    };
    CalculationController_list: {
        parameters: {
            query: {
                banner: string;
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AllotmentPageDto"];
                };
            };
        };
    };
    NoticeController_approve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecisionBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgrammeDto"];
                };
            };
        };
    };
    PaymentController_report: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArrearsDto"];
                };
            };
        };
    };
    PaymentController_all: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchListDto"];
                };
            };
        };
    };
    PaymentController_pay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BatchBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewBatchDto"];
                };
            };
        };
    };
    PaymentController_book: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgrammeBookDto"];
                };
            };
        };
    };
    CalculationController_start: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunAskedDto"];
                };
            };
        };
    };
    NoticeController_close: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemarksBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgrammeDto"];
                };
            };
        };
    };
    WithholdingController_list: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
                status?: "proposed" | "confirmed" | "rejected";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HouseholdDecisionPageDto"];
                };
            };
        };
    };
    WithholdingController_propose: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecisionWishBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HouseholdDecisionDto"];
                };
            };
        };
    };
    PaymentController_failed: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FailedPaymentPageDto"];
                };
            };
        };
    };
    GrasslandController_found: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrasslandFindingPageDto"];
                };
            };
        };
    };
    GrasslandController_take: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeFindingsBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingsTakenDto"];
                };
            };
        };
    };
    RosterController_listHouseholds: {
        parameters: {
            query: {
                banner: string;
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HouseholdDto"][];
                };
            };
        };
    };
    RosterController_search: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HouseholdSearch"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundHouseholdDto"][];
                };
            };
        };
    };
    NoticeController_open: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoticeBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeDto"];
                };
            };
        };
    };
    NoticeController_objections: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObjectionDto"][];
                };
            };
        };
    };
    NoticeController_object: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ObjectionBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObjectionNotedDto"];
                };
            };
        };
    };
    NoticeController_resolve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                objection: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResolutionBody"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ProgrammeController_listParameters: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParameterDto"][];
                };
            };
        };
    };
    ProgrammeController_addParameter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ParameterBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParameterDto"];
                };
            };
        };
    };
    ProgrammeController_removeParameter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                parameter: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    GrasslandController_check: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParcelCheckDto"];
                };
            };
        };
    };
    PaymentController_reissue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReissueBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewBatchDto"];
                };
            };
        };
    };
    NoticeController_review: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecisionBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgrammeDto"];
                };
            };
        };
    };
    RosterController_list: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RosterPageDto"];
                };
            };
        };
    };
    RosterController_upload: {
        parameters: {
            query: {
                /** @description Name of the file */
                name: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RosterDto"];
                };
            };
        };
    };
    CalculationController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                run: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalculationDto"];
                };
            };
        };
    };
    CalculationController_changedHouseholds: {
        parameters: {
            query: {
                banner: string;
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
                run: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HouseholdChangesDto"];
                };
            };
        };
    };
    CalculationController_changed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                run: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangesDto"];
                };
            };
        };
    };
    NoticeController_publishedList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedListDto"];
                };
            };
        };
    };
    RosterController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RosterDto"];
                };
            };
        };
    };
    RosterController_faults: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    RosterController_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    GepController_list: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
                /** @description Part of the title or the number */
                q?: string;
                /** @description Prefix of a GB/T 2260 code */
                region?: string;
                year?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GepRowsDto"];
                };
            };
        };
    };
    GepController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                filing: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GepDto"];
                };
            };
        };
    };
    GepController_draw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                filing: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DrawsBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GepUncertaintyDto"];
                };
            };
        };
    };
    GepController_series: {
        parameters: {
            query: {
                /** @description Year whose prices are held; the first one where absent */
                base?: number;
                /** @description GB/T 2260 code */
                region: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GepSeriesDto"];
                };
            };
        };
    };
    GepController_ofYears: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GepOfYearsDto"];
                };
            };
        };
    };
    AuditorController_text: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PastedTable"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditAnswer"];
                };
            };
        };
    };
    AuditorController_file: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditAnswer"];
                };
            };
        };
    };
    AuditorController_filing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditAnswer"];
                };
            };
        };
    };
    IndicatorController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BarrierIndicatorsDto"];
                };
            };
        };
    };
    IndicatorController_observe: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BarrierObservationBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BarrierIndicatorDto"];
                };
            };
        };
    };
    CatalogueController_list: {
        parameters: {
            query?: {
                class?: "provisioning" | "regulating" | "cultural";
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
                mark?: "meng" | "geographical" | "green" | "organic";
                mine?: "true";
                /** @description Prefix of a GB/T 2260 code */
                region?: string;
                service?: string;
                status?: "draft" | "submitted" | "published" | "suspended" | "retired";
                /** @description In code, name or owner */
                text?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductPageDto"];
                };
            };
        };
    };
    CatalogueController_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProductBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductDetailDto"];
                };
            };
        };
    };
    CatalogueController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductDetailDto"];
                };
            };
        };
    };
    MatchesController_matches: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListingMatchesDto"];
                };
            };
        };
    };
    CatalogueController_observe: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ObservationBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductDetailDto"];
                };
            };
        };
    };
    CatalogueController_move: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductDetailDto"];
                };
            };
        };
    };
    CatalogueController_export: {
        parameters: {
            query?: {
                class?: "provisioning" | "regulating" | "cultural";
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
                mark?: "meng" | "geographical" | "green" | "organic";
                mine?: "true";
                /** @description Prefix of a GB/T 2260 code */
                region?: string;
                service?: string;
                status?: "draft" | "submitted" | "published" | "suspended" | "retired";
                /** @description In code, name or owner */
                text?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CatalogueController_import: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file?: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductsImportedDto"];
                };
            };
        };
    };
    CatalogueController_map: {
        parameters: {
            query?: {
                class?: "provisioning" | "regulating" | "cultural";
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
                mark?: "meng" | "geographical" | "green" | "organic";
                mine?: "true";
                /** @description Prefix of a GB/T 2260 code */
                region?: string;
                service?: string;
                status?: "draft" | "submitted" | "published" | "suspended" | "retired";
                /** @description In code, name or owner */
                text?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductMapDto"];
                };
            };
        };
    };
    CatalogueController_indicators: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EcoServicesDto"];
                };
            };
        };
    };
    CatalogueController_template: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    RasterRunController_list: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RasterRunPageDto"];
                };
            };
        };
    };
    RasterRunController_start: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRasterRunDto"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RasterRunDto"];
                };
            };
        };
    };
    RasterRunController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RasterRunDto"];
                };
            };
        };
    };
    RasterRunController_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    RasterRunController_picture: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    RasterRunController_raster: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    RasterRunController_columns: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RasterColumnsDto"];
                };
            };
        };
    };
    RasterController_list: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RasterPageDto"];
                };
            };
        };
    };
    RasterController_upload: {
        parameters: {
            query: {
                kind: components["schemas"]["RasterKind"];
                name: string;
                /** @description Unit of a factor, as the method names it */
                unit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RasterDto"];
                };
            };
        };
    };
    RasterController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RasterDto"];
                };
            };
        };
    };
    RasterController_draw: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DrawnZonesDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RasterDto"];
                };
            };
        };
    };
    RuleSetController_all: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleBookDto"];
                };
            };
        };
    };
    RuleSetController_compare: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompareDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleSetComparisonDto"];
                };
            };
        };
    };
    RuleSetController_series: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeriesDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesPointDto"][];
                };
            };
        };
    };
    SeeaController_list: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeeaPageDto"];
                };
            };
        };
    };
    SeeaController_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSeeaBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeeaDto"];
                };
            };
        };
    };
    SeeaController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeeaDto"];
                };
            };
        };
    };
    SeeaController_close: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeeaDto"];
                };
            };
        };
    };
    SeeaController_html: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    SeeaController_pdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    SeeaController_import: {
        parameters: {
            query?: {
                /** @description Which table a CSV holds; a workbook says it by its worksheets */
                table?: "extent" | "change" | "condition_variable" | "condition_indicator" | "physical_supply" | "physical_use" | "monetary_supply" | "monetary_use" | "asset";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeeaDto"];
                };
            };
        };
    };
    SeeaController_workbook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    SeeaController_csv: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                table: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    SeeaController_layout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeeaLayoutsDto"];
                };
            };
        };
    };
    UseController_list: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                kind?: "purchase" | "compensation" | "pledge" | "damage";
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EcoUsePageDto"];
                };
            };
        };
    };
    UseController_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewUseBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EcoUseDto"];
                };
            };
        };
    };
    UseController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EcoUseDto"];
                };
            };
        };
    };
    UseController_pay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                n: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaidBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EcoUseDto"];
                };
            };
        };
    };
    UseController_quality: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QualityBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EcoUseDto"];
                };
            };
        };
    };
    UseController_release: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReleaseUseBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EcoUseDto"];
                };
            };
        };
    };
    ExportController_csv: {
        parameters: {
            query?: {
                /** @description e.g. electricity-co2 */
                category?: string;
                confidence?: "official" | "secondary" | "provisional";
                /** @description nextCursor of the page before */
                cursor?: string;
                /** @description of this gas, alone or among others: CH4 */
                gas?: string;
                limit?: number;
                /** @description delivered with the service, or published here */
                origin?: "config" | "library";
                /** @description words in Chinese or English, pinyin or its initials: 内蒙古 电力, neimenggu, nmgdl */
                q?: string;
                /** @description made for this region or one around it: 150581 finds 15; CN finds what is nationwide */
                region?: string;
                /** @description valid in this year, or of this year: 2023 */
                year?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
        };
    };
    ExportController_json: {
        parameters: {
            query?: {
                /** @description e.g. electricity-co2 */
                category?: string;
                confidence?: "official" | "secondary" | "provisional";
                /** @description nextCursor of the page before */
                cursor?: string;
                /** @description of this gas, alone or among others: CH4 */
                gas?: string;
                limit?: number;
                /** @description delivered with the service, or published here */
                origin?: "config" | "library";
                /** @description words in Chinese or English, pinyin or its initials: 内蒙古 电力, neimenggu, nmgdl */
                q?: string;
                /** @description made for this region or one around it: 150581 finds 15; CN finds what is nationwide */
                region?: string;
                /** @description valid in this year, or of this year: 2023 */
                year?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>[];
                };
            };
        };
    };
    ShadowController_impacts: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
                shadow?: string;
                status?: "open" | "accepted" | "kept" | "unmoved" | "unfit";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImpactPageDto"];
                };
            };
        };
    };
    ShadowController_decide: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                filing: string;
                shadow: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImpactDecisionBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImpactDto"];
                };
            };
        };
    };
    ImportController_import: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file?: string;
                    mapping?: string;
                    reason?: string;
                    title?: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalDto"];
                };
            };
        };
    };
    ImportController_check: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file?: string;
                    mapping?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportCheckDto"];
                };
            };
        };
    };
    ImportController_preview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPreviewDto"];
                };
            };
        };
    };
    ProposalController_list: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
                status?: "proposed" | "returned" | "published" | "withdrawn";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalPageDto"];
                };
            };
        };
    };
    ProposalController_propose: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposalBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalDto"];
                };
            };
        };
    };
    ProposalController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalDto"];
                };
            };
        };
    };
    ProposalController_decide: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposalDecisionBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalDto"];
                };
            };
        };
    };
    ProposalController_rows: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalRowPageDto"];
                };
            };
        };
    };
    ProposalController_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ShadowController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShadowDto"];
                };
            };
        };
    };
    WithdrawalController_list: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                factor?: string;
                limit?: number;
                status?: "proposed" | "passed" | "returned" | "taken_back";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WithdrawalPageDto"];
                };
            };
        };
    };
    WithdrawalController_propose: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawalBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WithdrawalDto"];
                };
            };
        };
    };
    WithdrawalController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WithdrawalDto"];
                };
            };
        };
    };
    WithdrawalController_decide: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawalDecisionBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WithdrawalDto"];
                };
            };
        };
    };
    WithdrawalController_filings: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactorFilingPageDto"];
                };
            };
        };
    };
    WithdrawalController_takeBack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ReferenceController_factors: {
        parameters: {
            query?: {
                /** @description e.g. electricity-co2 */
                category?: string;
                confidence?: "official" | "secondary" | "provisional";
                /** @description nextCursor of the page before */
                cursor?: string;
                /** @description of this gas, alone or among others: CH4 */
                gas?: string;
                limit?: number;
                /** @description delivered with the service, or published here */
                origin?: "config" | "library";
                /** @description words in Chinese or English, pinyin or its initials: 内蒙古 电力, neimenggu, nmgdl */
                q?: string;
                /** @description made for this region or one around it: 150581 finds 15; CN finds what is nationwide */
                region?: string;
                /** @description valid in this year, or of this year: 2023 */
                year?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactorPageDto"];
                };
            };
        };
    };
    ReferenceController_factor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactorVersionsDto"];
                };
            };
        };
    };
    FilingController_list: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
                method?: string;
                status?: "draft" | "running" | "failed" | "calculated" | "in_review" | "returned" | "approved" | "issued";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilingPageDto"];
                };
            };
        };
    };
    FilingController_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewFilingDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilingDto"];
                };
            };
        };
    };
    FilingController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilingDto"];
                };
            };
        };
    };
    FilingController_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangedFilingDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilingDto"];
                };
            };
        };
    };
    WorkbookController_export: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    WorkbookController_import: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadWorkbookDto"];
                };
            };
        };
    };
    IssueController_issue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssueDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedDto"];
                };
            };
        };
    };
    ReadinessController_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadinessDto"][];
                };
            };
        };
    };
    ReadinessController_declare: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                item: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclarationDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadinessDto"][];
                };
            };
        };
    };
    RestatementController_one: {
        parameters: {
            query: {
                set: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RestatementDto"];
                };
            };
        };
    };
    ReviewController_decide: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewDecisionDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilingDto"];
                };
            };
        };
    };
    FilingController_submit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunStartedDto"];
                };
            };
        };
    };
    WorkbookController_template: {
        parameters: {
            query: {
                method: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ReferenceController_gwpSets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GwpSetsDto"];
                };
            };
        };
    };
    JobsController_list: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
                status?: "queued" | "running" | "succeeded" | "failed" | "dead" | "cancelled";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobPageDto"];
                };
            };
        };
    };
    JobsController_revive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    DossierController_kinds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LabelKindDto"][];
                };
            };
        };
    };
    LabelController_list: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
                /** @description Part of the number, the product or the organisation */
                q?: string;
                status?: "valid" | "withdrawn" | "expired";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LabelPageDto"];
                };
            };
        };
    };
    LabelController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicLabelDto"];
                };
            };
        };
    };
    DossierController_certificate: {
        parameters: {
            query?: {
                /** @description otherwise by Accept-Language */
                lang?: "zh" | "en";
            };
            header: {
                "accept-language": string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    DossierController_certificatePdf: {
        parameters: {
            query?: {
                /** @description otherwise by Accept-Language */
                lang?: "zh" | "en";
            };
            header: {
                "accept-language": string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    DossierController_summary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DossierDto"];
                };
            };
        };
    };
    DossierController_page: {
        parameters: {
            query?: {
                /** @description otherwise by Accept-Language */
                lang?: "zh" | "en";
            };
            header: {
                "accept-language": string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    DossierController_pdf: {
        parameters: {
            query?: {
                /** @description otherwise by Accept-Language */
                lang?: "zh" | "en";
            };
            header: {
                "accept-language": string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    DossierController_archive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    LabelController_qr: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    LabelController_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LabelDto"];
                };
            };
        };
    };
    AccountsController_list: {
        parameters: {
            query?: {
                asset?: string;
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
                organisation?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountPageDto"];
                };
            };
        };
    };
    AccountsController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountDto"];
                };
            };
        };
    };
    AccountsController_balance: {
        parameters: {
            query: {
                on: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BalanceDto"];
                };
            };
        };
    };
    AccountsController_entries: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                from?: string;
                limit?: number;
                to?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryPageDto"];
                };
            };
        };
    };
    AccountsController_assets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssetDto"][];
                };
            };
        };
    };
    ClaimsController_rules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimRulesDto"];
                };
            };
        };
    };
    ClaimsController_list: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                /** @description What uses it */
                document?: string;
                limit?: number;
                /** @description What is used */
                subject?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimPageDto"];
                };
            };
        };
    };
    ClaimsController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimDto"];
                };
            };
        };
    };
    ClaimsController_release: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReleaseDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReleasedDto"];
                };
            };
        };
    };
    PositionsController_list: {
        parameters: {
            query?: {
                organisation?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PositionDto"][];
                };
            };
        };
    };
    PositionsController_proof: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LotProofDto"][];
                };
            };
        };
    };
    AccountsController_trial: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrialLineDto"][];
                };
            };
        };
    };
    AccountsController_verify: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookStateDto"];
                };
            };
        };
    };
    AuctionController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuctionListDto"];
                };
            };
        };
    };
    AuctionController_announce: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAuctionDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuctionDto"];
                };
            };
        };
    };
    AuctionController_bid: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewBidDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeBidDto"];
                };
            };
        };
    };
    AuctionController_settle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuctionDto"];
                };
            };
        };
    };
    AuctionController_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    TradingController_bulletin: {
        parameters: {
            query: {
                date: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulletinDto"];
                };
            };
        };
    };
    TradingController_deals: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DealPageDto"];
                };
            };
        };
    };
    TradingController_contract: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    TradingController_history: {
        parameters: {
            query: {
                from?: string;
                /** @description Only so many, the newest */
                last?: number;
                product: "CEA-ALL" | "CEA" | "CEA21" | "CEA22" | "CEA23" | "CEA24" | "CEA25" | "CCER";
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarketHistoryDto"];
                };
            };
        };
    };
    TradingController_listings: {
        parameters: {
            query?: {
                asset?: string;
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
                /** @description One's own, also those that are over */
                mine?: "true";
                side?: "supply" | "demand";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListingPageDto"];
                };
            };
        };
    };
    TradingController_offer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OfferBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListingDto"];
                };
            };
        };
    };
    TradingController_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListingDto"];
                };
            };
        };
    };
    TradingController_take: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TakenDto"];
                };
            };
        };
    };
    TradingController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarketRulesDto"];
                };
            };
        };
    };
    MethodProposalController_list: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
                status?: "proposed" | "returned" | "published" | "withdrawn";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MethodProposalPageDto"];
                };
            };
        };
    };
    MethodProposalController_propose: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MethodProposalBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MethodProposalSummaryDto"];
                };
            };
        };
    };
    MethodProposalController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MethodProposalDto"];
                };
            };
        };
    };
    MethodProposalController_decide: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MethodDecisionBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MethodProposalSummaryDto"];
                };
            };
        };
    };
    MethodProposalController_try: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MethodTrialBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MethodTrialDto"];
                };
            };
        };
    };
    MethodProposalController_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    MethodProposalController_check: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MethodSourceBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MethodCheckDto"];
                };
            };
        };
    };
    MethodsController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MethodPageDto"];
                };
            };
        };
    };
    MethodsController_one: {
        parameters: {
            query?: {
                /** @description Without it, the version that applies today */
                version?: string;
            };
            header?: never;
            path: {
                domain: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MethodDto"];
                };
            };
        };
    };
    MethodsController_compare: {
        parameters: {
            query: {
                from: string;
                to: string;
            };
            header?: never;
            path: {
                domain: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SheetChangeDto"][];
                };
            };
        };
    };
    ConstantsController_view: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                domain: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MethodConstantsDto"];
                };
            };
        };
    };
    ConstantsController_enter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                domain: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewConstantsBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConstantsEntryDto"];
                };
            };
        };
    };
    ConstantsController_decide: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                domain: string;
                name: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConstantsDecisionBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConstantsEntryDto"];
                };
            };
        };
    };
    ConstantsController_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                domain: string;
                name: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    MethodsController_examples: {
        parameters: {
            query?: {
                /** @description Without it, the version that applies today */
                version?: string;
            };
            header?: never;
            path: {
                domain: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExampleOutcomeDto"][];
                };
            };
        };
    };
    MethodsController_try: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                domain: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MethodTrialBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MethodTrialDto"];
                };
            };
        };
    };
    MethodsController_yaml: {
        parameters: {
            query?: {
                /** @description Without it, the version that applies today */
                version?: string;
            };
            header?: never;
            path: {
                domain: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MethodYamlDto"];
                };
            };
        };
    };
    ExchangeController_published: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
                /** @description Part of the product, its identifiers, the company or the label */
                q?: string;
                status?: "Active" | "Deprecated";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedPageDto"];
                };
            };
        };
    };
    ExchangeController_publish: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedDto"];
                };
            };
        };
    };
    ExchangeController_publishedOne: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedDto"];
                };
            };
        };
    };
    ExchangeController_deprecate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedDto"];
                };
            };
        };
    };
    ExchangeController_events: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
                state?: "received" | "done" | "failed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PactEventPageDto"];
                };
            };
        };
    };
    ExchangeController_lint: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LintBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LintDto"];
                };
            };
        };
    };
    ExchangeController_messages: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
                state?: "waiting" | "delivered" | "dead";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PactMessagePageDto"];
                };
            };
        };
    };
    ExchangeController_attempts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PactAttemptDto"][];
                };
            };
        };
    };
    ExchangeController_retry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    PartnerController_list: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartnerListDto"];
                };
            };
        };
    };
    PartnerController_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartnerBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewPartnerDto"];
                };
            };
        };
    };
    PartnerController_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartnerBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartnerDto"];
                };
            };
        };
    };
    PartnerController_disable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartnerDto"];
                };
            };
        };
    };
    PartnerController_enable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartnerDto"];
                };
            };
        };
    };
    PartnerController_pull: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CriteriaBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PulledDto"];
                };
            };
        };
    };
    PartnerController_ask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AskedDto"];
                };
            };
        };
    };
    PartnerController_rotate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartnerSecretDto"];
                };
            };
        };
    };
    ExchangeController_received: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
                /** @description Part of the product, its identifiers, the company or the label */
                q?: string;
                status?: "Active" | "Deprecated";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceivedPageDto"];
                };
            };
        };
    };
    ExchangeController_receivedOne: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceivedDetailDto"];
                };
            };
        };
    };
    ReconciliationController_allBreaks: {
        parameters: {
            query?: {
                /** @description trading days since the trade */
                bucket?: "0-1" | "2-3" | "4-7" | "8-30" | ">30";
                /** @description nextCursor of the page before */
                cursor?: string;
                kind?: "missing_in_registry" | "missing_in_bank" | "not_in_deals" | "quantity_differs" | "amount_differs" | "duplicate" | "late";
                limit?: number;
                owner?: "me" | "nobody";
                status?: "open" | "explained" | "resolved";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BreakPageDto"];
                };
            };
        };
    };
    ReconciliationController_candidates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CandidatesDto"];
                };
            };
        };
    };
    ReconciliationController_explain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExplainDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ReconciliationController_settle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ReconciliationController_assign: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ReconciliationController_counts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BreakCountDto"][];
                };
            };
        };
    };
    ReconciliationController_explainMany: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExplainManyDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ReconciliationController_settleMany: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BreakIdsDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ReconciliationController_days: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DayPageDto"];
                };
            };
        };
    };
    ReconciliationController_day: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                date: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DayDto"];
                };
            };
        };
    };
    ReconciliationController_upload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                book: string;
                date: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file?: string;
                    lines?: number;
                    mapping?: string;
                    total?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DayDto"];
                };
            };
        };
    };
    ReconciliationController_breaks: {
        parameters: {
            query?: {
                /** @description trading days since the trade */
                bucket?: "0-1" | "2-3" | "4-7" | "8-30" | ">30";
                /** @description nextCursor of the page before */
                cursor?: string;
                kind?: "missing_in_registry" | "missing_in_bank" | "not_in_deals" | "quantity_differs" | "amount_differs" | "duplicate" | "late";
                limit?: number;
                owner?: "me" | "nobody";
                status?: "open" | "explained" | "resolved";
            };
            header?: never;
            path: {
                date: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BreakPageDto"];
                };
            };
        };
    };
    ReconciliationController_close: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                date: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DayDto"];
                };
            };
        };
    };
    ReconciliationController_match: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                date: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DayDto"];
                };
            };
        };
    };
    ReconciliationController_report: {
        parameters: {
            query?: {
                format?: "html" | "pdf" | "xlsx";
            };
            header?: never;
            path: {
                date: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/html": string;
                };
            };
        };
    };
    ReferenceController_regions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegionsDto"];
                };
            };
        };
    };
    AccountStatementController_statement: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
        };
    };
    ObligationController_allocate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AllocationFromStatementDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperationDto"];
                };
            };
        };
    };
    RegistryController_asset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAssetDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ObligationController_calendar: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarTaskDto"][];
                };
            };
        };
    };
    CarryOverController_limits: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organisation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CarryOverLimitDto"][];
                };
            };
        };
    };
    RegistryController_holders: {
        parameters: {
            query: {
                /** @description part of the name, two characters at least */
                name: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HolderDto"][];
                };
            };
        };
    };
    ObligationController_list: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
                year?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObligationPageDto"];
                };
            };
        };
    };
    ObligationController_record: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organisation: string;
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewObligationDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObligationDto"];
                };
            };
        };
    };
    ObligationController_plan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organisation: string;
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SurrenderPlanDto"];
                };
            };
        };
    };
    ObligationController_fromStatement: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FromStatementDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObligationDto"];
                };
            };
        };
    };
    RegistryController_operations: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
                status?: "proposed" | "approved" | "posted" | "refused" | "rejected";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperationPageDto"];
                };
            };
        };
    };
    RegistryController_ask: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewOperationDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperationDto"];
                };
            };
        };
    };
    RegistryController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperationDto"];
                };
            };
        };
    };
    RegistryController_approve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperationDto"];
                };
            };
        };
    };
    RegistryController_reject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RejectDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperationDto"];
                };
            };
        };
    };
    PledgeController_list: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
                /** @description only those of which something is left */
                open?: "true";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PledgePageDto"];
                };
            };
        };
    };
    ObligationController_reminders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObligationReminderDto"][];
                };
            };
        };
    };
    RegistryController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistryRulesDto"];
                };
            };
        };
    };
    ReviewController_list: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
                status?: "open" | "approved" | "returned";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilingPageDto"];
                };
            };
        };
    };
    RunController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunDto"];
                };
            };
        };
    };
    RunController_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    RunController_compare: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComparisonDto"];
                };
            };
        };
    };
    RunController_watch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    RunController_explain: {
        parameters: {
            query: {
                /** @description table/key/column or output/name */
                cell: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExplanationDto"];
                };
            };
        };
    };
    UncertaintyController_equations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SinkEquationDto"][];
                };
            };
        };
    };
    UncertaintyController_spread: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SinkTreesDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SinkSpreadDto"][];
                };
            };
        };
    };
    FieldController_openEvidence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ImportController_forms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormsDto"];
                };
            };
        };
    };
    ImportController_template: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ImportController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FieldImportDto"];
                };
            };
        };
    };
    ImportController_faults: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ImportController_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    StageController_reductions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                period: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveReductionsDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    VerificationController_open: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                period: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSinkVerificationDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SinkVerificationDto"];
                };
            };
        };
    };
    OutsideClaimController_list: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutsideClaimPageDto"];
                };
            };
        };
    };
    OutsideClaimController_record: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewOutsideClaimDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutsideClaimDto"];
                };
            };
        };
    };
    OutsideClaimController_end: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ProjectController_list: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectPageDto"];
                };
            };
        };
    };
    ProjectController_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewProjectDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectDto"];
                };
            };
        };
    };
    ProjectController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectDto"];
                };
            };
        };
    };
    ProjectController_boundaries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoundaryDto"][];
                };
            };
        };
    };
    ProjectController_shape: {
        parameters: {
            query?: {
                /** @description The current version when absent */
                version?: string;
            };
            header?: never;
            path: {
                code: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ProjectController_draw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewBoundaryDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoundaryDto"];
                };
            };
        };
    };
    ProjectController_parcels: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AreaParcelsBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AreaParcelsDto"];
                };
            };
        };
    };
    ProjectController_preview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewDto"];
                };
            };
        };
    };
    CreditsController_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SinkCreditsDto"];
                };
            };
        };
    };
    DoubleSampleController_estimate: {
        parameters: {
            query?: {
                /** @description Its round; the last one if left out */
                round?: string;
                /** @description Stock whose plots give the biomass of units of the same code */
                stock?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoubleSampleDto"];
                };
            };
        };
    };
    FieldController_listEvidence: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidencePageDto"];
                };
            };
        };
    };
    FieldController_addEvidence: {
        parameters: {
            query: {
                kind: "photo" | "instrument" | "calibration" | "document";
                /** @description Name of the file */
                name: string;
                note?: string;
                plot?: string;
                round?: number;
                takenOn?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidenceDto"];
                };
            };
        };
    };
    FieldController_rows: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
                plot?: string;
                round?: number;
            };
            header?: never;
            path: {
                form: "plot" | "tree" | "shrub" | "grass" | "litter" | "deadwood" | "soil";
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RowsDto"];
                };
            };
        };
    };
    ImportController_list: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FieldImportPageDto"];
                };
            };
        };
    };
    ImportController_upload: {
        parameters: {
            query: {
                /** @description The form of a CSV file, or workbook for an .xlsx of several forms */
                form: "plot" | "tree" | "shrub" | "grass" | "litter" | "deadwood" | "soil" | "workbook";
                /** @description Name of the file */
                name: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FieldImportDto"];
                };
            };
        };
    };
    ProjectController_map: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MapDto"];
                };
            };
        };
    };
    ProjectController_periods: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeriodDto"][];
                };
            };
        };
    };
    ProjectController_open: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPeriodDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeriodDto"];
                };
            };
        };
    };
    VerificationController_link: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                period: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SinkPeriodFilingDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    FieldController_listPlots: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlotPageDto"];
                };
            };
        };
    };
    ReversalController_report: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSinkReversalDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SinkReversalDto"];
                };
            };
        };
    };
    StageController_project: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectDto"];
                };
            };
        };
    };
    FieldController_listStocks: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockPageDto"];
                };
            };
        };
    };
    FieldController_start: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewStockDto"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockDto"];
                };
            };
        };
    };
    FieldController_divided: {
        parameters: {
            query?: {
                /** @description The current version when absent */
                version?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DivisionDto"];
                };
            };
        };
    };
    FieldController_divide: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDivisionDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DivisionDto"];
                };
            };
        };
    };
    ReserveController_outlook: {
        parameters: {
            query: {
                baseYear: string;
                /** @description Share a year */
                discountRate: string;
                /** @description Share kept back for uncertainty and buffer */
                heldBack: string;
                lastYear: string;
                /** @description 元/t CO2e in the first year */
                price: string;
                /** @description Share a year */
                priceGrowth: string;
                /** @description 元 for each verification */
                verificationCost: string;
                verificationEvery: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SinkReserveDto"];
                };
            };
        };
    };
    ReserveController_add: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSinkProspectDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SinkProspectDto"];
                };
            };
        };
    };
    ReserveController_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SinkChangedProspectDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SinkProspectDto"];
                };
            };
        };
    };
    ReserveController_course: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SinkStandCourseDto"];
                };
            };
        };
    };
    ReversalController_decide: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SinkReversalDecisionDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SinkReversalDto"];
                };
            };
        };
    };
    ReversalController_restore: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SinkRestorationDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SinkReversalDto"];
                };
            };
        };
    };
    UncertaintyController_draw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSinkSimulationDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SinkSimulationDto"];
                };
            };
        };
    };
    UncertaintyController_of: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SinkUncertaintyDto"];
                };
            };
        };
    };
    UncertaintyController_plan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SinkPlanWishDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SinkPlanDto"];
                };
            };
        };
    };
    SoilController_course: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SoilWishDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SoilCourseDto"];
                };
            };
        };
    };
    FieldController_stock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockDto"];
                };
            };
        };
    };
    FieldController_discard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    FieldController_stockPlots: {
        parameters: {
            query: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
                round: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RowsDto"];
                };
            };
        };
    };
    UncertaintyController_ofStock: {
        parameters: {
            query?: {
                /** @description The last of the stock when absent */
                round?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SinkSpreadDto"][];
                };
            };
        };
    };
    FieldController_stockTrees: {
        parameters: {
            query: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
                plot: string;
                round: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RowsDto"];
                };
            };
        };
    };
    VerificationController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SinkVerificationDto"];
                };
            };
        };
    };
    VerificationController_decide: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SinkDecisionDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SinkVerificationDto"];
                };
            };
        };
    };
    VerificationController_raise: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSinkFindingDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SinkVerificationDto"];
                };
            };
        };
    };
    VerificationController_answer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SinkAnswerDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SinkVerificationDto"];
                };
            };
        };
    };
    VerificationController_settle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SinkConclusionDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SinkVerificationDto"];
                };
            };
        };
    };
    VerificationController_measure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SinkMeasurementsDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SinkVerificationDto"];
                };
            };
        };
    };
    StatementController_list: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatementPageDto"];
                };
            };
        };
    };
    StatementController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatementDto"];
                };
            };
        };
    };
    SolvedController_list: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SolvedFootprintPageDto"];
                };
            };
        };
    };
    LinkController_list: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupplierLinkPageDto"];
                };
            };
        };
    };
    LinkController_request: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkRequestBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupplierLinkDto"];
                };
            };
        };
    };
    LinkController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupplierLinkDto"];
                };
            };
        };
    };
    LinkController_accept: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupplierLinkDto"];
                };
            };
        };
    };
    LinkController_consent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkConsentBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupplierLinkDto"];
                };
            };
        };
    };
    LinkController_decline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupplierLinkDto"];
                };
            };
        };
    };
    LinkController_use: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkFilingBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupplierLinkDto"];
                };
            };
        };
    };
    LinkController_disclosed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisclosedDto"];
                };
            };
        };
    };
    LinkController_run: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupplierLinkDto"];
                };
            };
        };
    };
    LinkController_refuse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkNoteBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupplierLinkDto"];
                };
            };
        };
    };
    LinkController_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkNoteBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupplierLinkDto"];
                };
            };
        };
    };
    TokenController_token: {
        parameters: {
            query?: never;
            header: {
                authorization: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["TokenRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenDto"];
                };
            };
        };
    };
    PactAuthController_discovery: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DiscoveryDto"];
                };
            };
        };
    };
    PactEventsController_takeOld: {
        parameters: {
            query?: never;
            header: {
                "content-type": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": Record<string, never>;
            };
        };
        responses: {
            /** @description Accepted; no body */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    PactFootprintsController_listOld: {
        parameters: {
            query?: {
                limit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data?: Record<string, never>[];
                    };
                };
            };
        };
    };
    PactFootprintsController_oneOld: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data?: Record<string, never>;
                    };
                };
            };
        };
    };
    PactEventsController_take: {
        parameters: {
            query?: never;
            header: {
                "content-type": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": Record<string, never>;
            };
        };
        responses: {
            /** @description Accepted; no body */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    PactFootprintsController_list: {
        parameters: {
            query?: {
                classification?: string;
                companyId?: string;
                geography?: string;
                limit?: string;
                productId?: string;
                status?: string;
                validAfter?: string;
                validBefore?: string;
                validOn?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data?: Record<string, never>[];
                    };
                };
            };
        };
    };
    PactFootprintsController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data?: Record<string, never>;
                    };
                };
            };
        };
    };
    PactAuthController_token: {
        parameters: {
            query?: never;
            header: {
                authorization: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PactTokenDto"];
                };
            };
        };
    };
    PactSchemaController_label: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
        };
    };
}
