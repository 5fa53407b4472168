#pragma once

#include <grpcpp/support/status.h>

#include <exception>
#include <string>

#include "foundation/rpc/requests/error.h"

namespace voronka::rpc {

// With google.rpc details: ErrorInfo, the violations (BadRequest for fields, PreconditionFailure for rules), a
// LocalizedMessage in `locale` and RetryInfo.
grpc::Status ToStatus(const Error& error, const std::string& locale);

// Converts what was thrown to the Error that a caller may see. `hidden` gets the text for the log if that says more.
Error AsError(const std::exception_ptr& thrown, std::string* hidden);

}  // namespace voronka::rpc
