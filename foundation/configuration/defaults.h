#pragma once

#include <google/protobuf/message.h>

namespace voronka::process {

// Sets what voronka/config/v1/process.proto calls a default, wherever in `configuration` it was left out.
void FillDefaults(google::protobuf::Message& configuration);

}  // namespace voronka::process
