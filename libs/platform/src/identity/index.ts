export { identityEntities, Organisation, type OrganisationKind, UserAccount } from './entities';
export { Identity1700000000200 } from './identity.migration';
export { IdentityModule } from './identity.module';
export { parseJws, signatureHolds } from './keys/jws';
export { KeyStore } from './keys/key-store';
export { KeysModule } from './keys/keys.module';
export { type NewPerson, PeopleService } from './people/people.service';
