import { Global, Module } from '@nestjs/common';
import { Authenticator } from '../access';
import { Administration } from './admin/administration';
import { ClientsController } from './admin/clients.controller';
import { OrganisationsController } from './admin/organisations.controller';
import { UserAdministration } from './admin/user-administration';
import { UsersController } from './admin/users.controller';
import { AccessTokens } from './clients/access-tokens';
import { TokenController } from './clients/token.controller';
import { JwksController } from './keys/jwks.controller';
import { KeysModule } from './keys/keys.module';
import { AuthController } from './login/auth.controller';
import { LoginThrottle } from './login/login-throttle';
import { LoginService } from './login/login.service';
import { RequestAuthenticator } from './login/request-authenticator';
import { SessionStore } from './login/session-store';
import { OidcController } from './oidc/oidc.controller';
import { OidcService } from './oidc/oidc.service';
import { OidcProvider } from './oidc/provider';
import { PeopleService } from './people/people.service';

/** Who is asking: organisations, people, machines, sessions, and the keys the service signs with. */
@Global()
@Module({
  imports: [KeysModule],
  controllers: [
    AuthController,
    OidcController,
    TokenController,
    JwksController,
    OrganisationsController,
    UsersController,
    ClientsController,
  ],
  providers: [
    { provide: Authenticator, useClass: RequestAuthenticator },
    AccessTokens,
    Administration,
    UserAdministration,
    LoginService,
    LoginThrottle,
    OidcProvider,
    OidcService,
    PeopleService,
    SessionStore,
  ],
  exports: [Authenticator, PeopleService],
})
export class IdentityModule {}
