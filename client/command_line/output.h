#pragma once

#include <cctz/time_zone.h>
#include <google/protobuf/message.h>

#include <string>

namespace voronka::command_line {

enum class Format { kReadable, kJson, kTextproto };

// How answers are shown.
struct Output {
  Format format = Format::kReadable;
  cctz::time_zone zone = cctz::local_time_zone();
  bool show_secrets = false;
};

// A whole answer, ended by a line break.
std::string Render(const google::protobuf::Message& message, const Output& output);

// One of many: JSON in one line, otherwise followed by an empty line.
std::string RenderOfStream(const google::protobuf::Message& message, const Output& output);

}  // namespace voronka::command_line
