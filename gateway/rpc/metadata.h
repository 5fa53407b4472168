#pragma once

#include <grpcpp/support/status.h>

#include "client/identity.h"
#include "gateway/http/message.h"

namespace voronka::gateway {

// The headers of a request that are meant for the service: all but those of HTTP, of the browser and of the dialects
// themselves. Binary ones are decoded. A header that gRPC would not take is left out.
client::Metadata MetadataOf(const Request& request);

// Lets a call that this program itself makes for the request continue the request's trace.
void PassTraceOn(const Request& request, client::Metadata& metadata);

// What a service sent as metadata, as headers. `prefix` stands before each name.
Headers AsHeaders(const client::Metadata& metadata, std::string_view prefix = {});

// With padding.
std::string Base64(std::string_view bytes);
// Without padding.
std::string UnpaddedBase64(std::string_view bytes);

}  // namespace voronka::gateway
