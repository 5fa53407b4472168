#pragma once

#include <cstdint>

#include "foundation/rpc/calls/session.h"

namespace voronka::crm {

// Whoever writes a reference to a client holds the client first: until the session commits, it is not merged into
// another. A merge that has looked for references already would not carry this one. False: there is no such client, as
// of one that was merged meanwhile. 0 names nobody, who is always there.
bool HoldContact(rpc::Session& session, int64_t contact_id);
bool HoldCompany(rpc::Session& session, int64_t company_id);

}  // namespace voronka::crm
