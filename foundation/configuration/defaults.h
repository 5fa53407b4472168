#pragma once

#include <google/protobuf/message.h>

namespace voronka::process {

// Sets the defaults of voronka/config/v1/process.proto wherever `configuration` leaves them out.
void FillDefaults(google::protobuf::Message& configuration);

}  // namespace voronka::process
