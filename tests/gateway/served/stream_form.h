#pragma once

#include <google/protobuf/message.h>
#include <grpcpp/support/status.h>

#include <functional>
#include <ostream>
#include <string>

#include "tests/support/grpc_web.h"

namespace voronka::testing {

// A way in which a client may have a stream written.
struct StreamForm {
  std::string name;
  std::string content_type;
  // A request, as its body.
  std::function<std::string(const google::protobuf::Message&)> write;
  // A piece of an answer's body, as the frames' bytes; of so many letters, or a multiple.
  std::function<std::string(const std::string&)> bytes;
  size_t unit;
  // Fills the message from a frame's content.
  std::function<void(const std::string&, google::protobuf::Message&)> read;
  // Of the last frame.
  uint8_t end_flag;
  std::function<grpc::Status(const Frame&)> status;
};

extern const StreamForm kStreamForms[4];

// For whoever reads the failed test.
inline void PrintTo(const StreamForm& form, std::ostream* out) { *out << form.name; }

}  // namespace voronka::testing
