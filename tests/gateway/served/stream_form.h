#pragma once

#include <google/protobuf/message.h>
#include <grpcpp/support/status.h>

#include <functional>
#include <ostream>
#include <string>

#include "tests/support/grpc_web.h"

namespace voronka::testing {

// A format in which a client may request a stream.
struct StreamForm {
  std::string name;
  std::string content_type;
  // The body of a request.
  std::function<std::string(const google::protobuf::Message&)> write;
  // The bytes of the frames in a piece of a response body, whose length is a multiple of `unit`.
  std::function<std::string(const std::string&)> bytes;
  size_t unit;
  // Fills the message from a frame's content.
  std::function<void(const std::string&, google::protobuf::Message&)> read;
  // The flag of the last frame.
  uint8_t end_flag;
  std::function<grpc::Status(const Frame&)> status;
};

extern const StreamForm kStreamForms[4];

// A description for whoever reads the failed test.
inline void PrintTo(const StreamForm& form, std::ostream* out) { *out << form.name; }

}  // namespace voronka::testing
