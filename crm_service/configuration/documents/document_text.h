#pragma once

#include <memory>
#include <string>
#include <vector>

#include "foundation/rpc/requests/error.h"
#include "voronka/crm/v1/configuration.pb.h"

namespace google::protobuf {
class Message;
}

namespace voronka::crm {

// The file of a configuration, in protobuf text format.
std::string TextOf(const v1::Configuration& document);

// The same for any part of it.
std::string TextOf(const google::protobuf::Message& part);

// Counted from 1; 0: nowhere in particular.
struct Place {
  int line = 0;
  int column = 0;
};

// What a file says, and where it says it.
class ReadDocument {
 public:
  // Text in protobuf text format, or JSON if it begins with a brace. JSON has no places.
  explicit ReadDocument(const std::string& file);
  // A document without a file.
  explicit ReadDocument(v1::Configuration document);
  ReadDocument(ReadDocument&&) noexcept;
  ~ReadDocument();

  const v1::Configuration& document() const { return document_; }

  struct SyntaxError {
    Place place;
    // As the parser says it, in English.
    std::string text;
  };
  // Not empty: the document is not what the file wants to say.
  const std::vector<SyntaxError>& errors() const { return errors_; }

  // Where the nearest part is that the file has, of a path such as `pipelines[0].stages[2].key`.
  Place PlaceOf(const std::string& path) const;

 private:
  struct Places;

  void ReadText(const std::string& file);
  void ReadJson(const std::string& file);

  v1::Configuration document_;
  std::vector<SyntaxError> errors_;
  std::unique_ptr<Places> places_;
};

}  // namespace voronka::crm
