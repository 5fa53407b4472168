#pragma once

#include <google/protobuf/message.h>

namespace voronka::command_line {

// Replaces every password and token (field option `secret`), however deep, by a word that says so.
void HideSecrets(google::protobuf::Message& message);

}  // namespace voronka::command_line
