#pragma once

#include <google/protobuf/message.h>

namespace voronka::command_line {

// True when a stream can be opened again where it broke: request and answer both have a text `cursor`.
bool CanContinue(const google::protobuf::Descriptor& request, const google::protobuf::Descriptor& answer);

// Makes the request go on after the answer, where that is possible and the answer tells how.
void ContinueAfter(const google::protobuf::Message& answer, google::protobuf::Message& request);

}  // namespace voronka::command_line
