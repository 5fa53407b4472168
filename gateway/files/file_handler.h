#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "gateway/http/handler.h"
#include "voronka/config/v1/services.pb.h"

namespace voronka::gateway {

// A folder's files, as they were when the program started. Beside a file `app.js` may stand `app.js.br` and
// `app.js.gz`: the same, compressed.
class FileHandler final : public Handler {
 public:
  // Throws std::runtime_error where the folder cannot be read.
  explicit FileHandler(const config::v1::Folder& folder);

  // Where its files are seen.
  const std::string& path() const { return path_; }
  Task<> Handle(Exchange& exchange) override;

 private:
  using Content = std::shared_ptr<const std::string>;
  struct File {
    Content plain;
    // Null: there is none.
    Content brotli;
    Content gzip;
    std::string type;
    std::string etag;
  };

  void Add(const std::filesystem::path& file, std::string name);
  const File* Find(std::string name) const;
  static Response Answer(const Request& request, const std::string& name, const File& file);

  const std::string path_;
  const bool single_page_;
  std::map<std::string, File, std::less<>> files_;
};

}  // namespace voronka::gateway
