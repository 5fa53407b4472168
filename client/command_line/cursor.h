#pragma once

#include <google/protobuf/message.h>

namespace voronka::command_line {

// Whether a broken stream can be reopened where it broke: request and answer both have a text `cursor`.
bool CanContinue(const google::protobuf::Descriptor& request, const google::protobuf::Descriptor& answer);

// Makes the request continue after the answer, if that is possible and the answer has a cursor.
void ContinueAfter(const google::protobuf::Message& answer, google::protobuf::Message& request);

}  // namespace voronka::command_line
