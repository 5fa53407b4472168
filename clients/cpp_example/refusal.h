#pragma once

#include <grpcpp/support/status.h>

#include <string>

// Why a call was refused, in one line: the stable reason, for programs, and the text for the user, in the language
// that the call asked for with `accept-language`.
std::string RefusalText(const grpc::Status& status);
