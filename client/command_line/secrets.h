#pragma once

#include <google/protobuf/message.h>

namespace voronka::command_line {

// Replaces every password and token (field option `secret`), at any depth, with a placeholder.
void HideSecrets(google::protobuf::Message& message);

}  // namespace voronka::command_line
