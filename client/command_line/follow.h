#pragma once

#include <google/protobuf/message.h>

#include "client/command_line/console.h"
#include "client/command_line/options.h"

namespace voronka::command_line {

// Prints each message of a stream as it arrives, until Ctrl-C or the timeout. If the server goes away in the meantime,
// the stream is reopened after the last cursor, which is set in `request`.
void Follow(const google::protobuf::MethodDescriptor& method, google::protobuf::Message& request,
            const Options& options, const Console& console);

}  // namespace voronka::command_line
