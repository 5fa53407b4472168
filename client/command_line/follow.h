#pragma once

#include <google/protobuf/message.h>

#include "client/command_line/console.h"
#include "client/command_line/options.h"

namespace voronka::command_line {

// Prints each message of a server's stream as it comes, until Ctrl-C or the timeout. When the server goes away in
// between, the stream is opened again after the last cursor; `request` is changed to say so.
void Follow(const google::protobuf::MethodDescriptor& method, google::protobuf::Message& request,
            const Options& options, const Console& console);

}  // namespace voronka::command_line
