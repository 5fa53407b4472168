#pragma once

#include <grpcpp/support/status.h>

#include "gateway/http/message.h"
#include "voronka/crm/v1/form.pb.h"

namespace voronka::gateway {

// What whoever posted a form is answered: a person whose browser goes to what it is told, or a script.

// A script is not told the inquiry's number: those of an account count up, and would tell anybody how many there are.
Response FormAccepted(const Request& request, const crm::v1::SubmitFormResponse& response);

// Where no service has said it, what became of the call is not told in gRPC's own words.
Response FormRefused(const Request& request, const grpc::Status& status);

}  // namespace voronka::gateway
