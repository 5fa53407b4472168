#pragma once

#include "foundation/tracing/call_trace.h"
#include "gateway/http/exchange.h"
#include "gateway/http/message.h"

namespace voronka::gateway {

// Begins the trace of a request, and writes it into the request's header in place of what the client sent: whatever is
// passed on to a service continues it. A header that is not valid is removed.
tracing::CallTrace BeginTrace(tracing::Tracer& tracer, Request& request);

// The span of the request, once it is answered.
void EndTrace(const tracing::CallTrace& trace, const Exchange& exchange);

}  // namespace voronka::gateway
