#pragma once

#include <grpcpp/support/status.h>

#include "gateway/http/message.h"
#include "voronka/crm/v1/form.pb.h"

namespace voronka::gateway {

// How a posted form is answered: a person's browser with a page or a redirect, a script with JSON.

// A script does not get the inquiry's number: the numbers count up, and would tell anybody how many inquiries there
// are.
Response FormAccepted(const Request& request, const crm::v1::SubmitFormResponse& response);

// A failure that no service has explained is not shown in gRPC's own words.
Response FormRefused(const Request& request, const grpc::Status& status);

}  // namespace voronka::gateway
