package duka.harness;

import java.awt.Shape;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;

/** Simple shapes by a word each. */
final class Shapes {

    private Shapes() {}

    static Shape joined(Shape... shapes) {
        Area joined = new Area();
        for (Shape shape : shapes) {
            joined.add(new Area(shape));
        }
        return joined;
    }

    static Shape round(double x, double y, double width, double height, double arc) {
        return new RoundRectangle2D.Double(x, y, width, height, arc, arc);
    }

    static Shape oval(double x, double y, double width, double height) {
        return new Ellipse2D.Double(x, y, width, height);
    }

    static Shape ring(double x, double y, double width, double height, double thick) {
        Area ring = new Area(oval(x, y, width, height));
        ring.subtract(new Area(oval(x + thick, y + thick, width - 2 * thick, height - 2 * thick)));
        return ring;
    }

    /** Of an oval. */
    static Shape lowerHalf(double x, double y, double width, double height) {
        return new Arc2D.Double(x, y, width, height, 180, 180, Arc2D.CHORD);
    }

    /** Through these points, x and y in turn, and back to the first. */
    static Shape path(double... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        path.closePath();
        return path;
    }
}
