#pragma once

#include <cctz/time_zone.h>
#include <google/protobuf/message.h>

#include <string>

namespace voronka::command_line {

enum class Format { kReadable, kJson, kTextproto };

// How answers are printed.
struct Output {
  Format format = Format::kReadable;
  cctz::time_zone zone = cctz::local_time_zone();
  bool show_secrets = false;
};

// A whole answer, ending in a line break.
std::string Render(const google::protobuf::Message& message, const Output& output);

// One of many messages: JSON on one line, any other format followed by an empty line.
std::string RenderOfStream(const google::protobuf::Message& message, const Output& output);

}  // namespace voronka::command_line
