package io.holdfast.config.host;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Files that exist only as strings: for tests, the simulator, and editors that check what is not saved yet.
public final class MemorySource implements Source {
    private final SortedMap<String, String> files;

    /// @param files texts by path; directories are implied
    public MemorySource(Map<String, String> files) {
        this.files = new TreeMap<>(files);
    }

    @Override
    public Content read(String path, int maxBytes) {
        String text = files.get(path);
        if (text == null) {
            return list(path).isEmpty() ? new Content.Missing() : new Content.Unusable("it is a directory");
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return bytes.length <= maxBytes ? new Content.Text(new String(bytes, StandardCharsets.ISO_8859_1))
                : new Content.TooLarge();
    }

    @Override
    public List<String> list(String directory) {
        String prefix = directory.isEmpty() || directory.endsWith("/") ? directory : directory + "/";
        List<String> names = new ArrayList<>();
        for (String path : files.tailMap(prefix).keySet()) {
            if (!path.startsWith(prefix)) {
                break;
            }
            int slash = path.indexOf('/', prefix.length());
            String name = path.substring(prefix.length(), slash < 0 ? path.length() : slash);
            if (!name.isEmpty() && !names.contains(name)) {
                names.add(name);
            }
        }
        return names;
    }

    @Override
    public String directory(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "." : slash == 0 ? "/" : path.substring(0, slash);
    }
}
